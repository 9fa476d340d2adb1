package io.pglitedb.executor.command.rule;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.define.Relations;
import io.pglitedb.executor.definition.Definition;
import io.pglitedb.executor.definition.TableRows;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// An empty table that becomes a view, as an ON SELECT rule makes it.
record TableToView(TableDef table, Definition definition) {
    private static final Expr EVERY_ROW = new Expr.Const(true, Oids.BOOL, -1, 0, Origin.NONE);

    void convert() {
        switch (table.kind()) {
            case 'p' ->
                throw new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "cannot convert partitioned table \"%s\" to a view".formatted(table.name()));
            case 'm' ->
                throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "rules on materialized views are not supported");
            default -> {}
        }
        if (table.traits().partition()) {
            throw new PgException(
                    SqlState.WRONG_OBJECT_TYPE, "cannot convert partition \"%s\" to a view".formatted(table.name()));
        }
        int oid = table.oid();
        refuse(TableRows.any(definition, table, EVERY_ROW), "it is not empty", null);
        refuse(
                !definition.view().triggers(oid).isEmpty(),
                "it has triggers",
                "In particular, the table cannot be involved in any foreign key relationships.");
        refuse(!definition.view().indexes(oid).isEmpty(), "it has indexes", null);
        refuse(!definition.view().children(oid).isEmpty(), "it has child tables", null);
        refuse(!definition.view().parents(oid).isEmpty(), "it has parent tables", null);
        refuse(table.traits().rowSecurity(), "it has row security enabled", null);
        refuse(!definition.view().policies(oid).isEmpty(), "it has row security policies", null);
        new Relations(definition.writer()).update(oid, Map.of("relkind", 'v', "relam", 0, "relfilenode", 0));
    }

    private void refuse(boolean obstacle, String reason, String hint) {
        if (obstacle) {
            PgException refused = new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "could not convert table \"%s\" to a view because %s".formatted(table.name(), reason));
            throw hint == null ? refused : refused.hint(hint);
        }
    }
}
