package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes rewrite rules, above all the one that makes a relation a view.
public final class Rules {
    private static final SystemTable TABLE = SystemTables.table("pg_rewrite");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_rewrite_rel_rulename_index");
    private static final String NO_CONDITION = "<>";

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Rules(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// Says what a view or materialized view selects, in place of what it selected before.
    public int defineView(int view, Expression query) {
        return define(RuleDef.VIEW, view, '1', true, Optional.empty(), query, true);
    }

    /// @param firing `ev_enabled`
    public void setFiring(RuleDef rule, char firing) {
        writer.update(writer.row(TABLE.oidIndex(), rule.oid()), Map.of("ev_enabled", firing));
    }

    /// OID; 42710 when the relation has a rule of that name and it is not to be replaced.
    ///
    /// @param event 1 select, 2 update, 3 insert, 4 delete
    public int define(
            String name,
            int relation,
            char event,
            boolean instead,
            Optional<Expression> condition,
            Expression action,
            boolean replace) {
        SystemRow before = writer.row(BY_NAME, relation, name);
        int oid;
        RowValues row = new RowValues()
                .set("ev_type", event)
                .set("is_instead", instead)
                .set("ev_qual", condition.map(Expression::tree).orElse(NO_CONDITION))
                .set("ev_action", action.tree());
        if (before == null) {
            oid = writer.newOid(TABLE);
            writer.insert(
                    TABLE,
                    row.set("oid", oid)
                            .set("rulename", name)
                            .set("ev_class", relation)
                            .set("ev_enabled", 'O'));
        } else if (replace) {
            oid = before.oid("oid");
            writer.update(before, row);
            dependencies.forget(ObjectAddress.of(ClassOid.RULE, oid));
        } else {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "rule \"%s\" for relation \"%s\" already exists"
                            .formatted(name, writer.view().table(relation).name()));
        }
        ObjectAddress self = ObjectAddress.of(ClassOid.RULE, oid);
        dependencies.record(
                self, ObjectAddress.relation(relation), event == '1' ? DependencyType.INTERNAL : DependencyType.AUTO);
        Set<ObjectAddress> conditions = condition.map(Expression::references).orElse(Set.of());
        dependencies.recordAll(self, conditions, DependencyType.NORMAL);
        dependencies.recordAll(self, action.references(), DependencyType.NORMAL);
        new Relations(writer).update(relation, Map.of("relhasrules", true));
        return oid;
    }
}
