package io.pglitedb.catalog.define;

import io.pglitedb.catalog.def.PolicyDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.DependencyType;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// Makes row security policies.
public final class Policies {
    private static final SystemTable TABLE = SystemTables.table("pg_policy");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_policy_polrelid_polname_index");

    private final CatalogWriter writer;
    private final Dependencies dependencies;

    public Policies(CatalogWriter writer) {
        this.writer = writer;
        this.dependencies = new Dependencies(writer);
    }

    /// OID; 42710 when the table has a policy of that name.
    ///
    /// @param command r select, a insert, w update, d delete, * all
    /// @param roles OIDs; 0 stands for PUBLIC
    public int create(
            String name,
            int table,
            char command,
            boolean permissive,
            List<Integer> roles,
            Optional<Expression> using,
            Optional<Expression> check) {
        if (writer.row(BY_NAME, table, name) != null) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "policy \"%s\" for table \"%s\" already exists"
                            .formatted(name, writer.view().table(table).name()));
        }
        int oid = writer.newOid(TABLE);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("polname", name)
                        .set("polrelid", table)
                        .set("polcmd", command)
                        .set("polpermissive", permissive)
                        .set("polroles", PgArray.of(Oids.OID, roles.toArray()))
                        .set("polqual", using.map(Expression::tree).orElse(null))
                        .set("polwithcheck", check.map(Expression::tree).orElse(null)));
        record(oid, table, roles, using, check);
        return oid;
    }

    /// Replaces what a policy says, but for its command and its kind.
    public void update(PolicyDef before, List<Integer> roles, Optional<Expression> using, Optional<Expression> check) {
        writer.update(
                writer.row(TABLE.oidIndex(), before.oid()),
                new RowValues()
                        .set("polroles", PgArray.of(Oids.OID, roles.toArray()))
                        .set("polqual", using.map(Expression::tree).orElse(null))
                        .set("polwithcheck", check.map(Expression::tree).orElse(null)));
        dependencies.forget(ObjectAddress.of(ClassOid.POLICY, before.oid()));
        record(before.oid(), before.relation(), roles, using, check);
    }

    private void record(
            int oid, int table, List<Integer> roles, Optional<Expression> using, Optional<Expression> check) {
        ObjectAddress self = ObjectAddress.of(ClassOid.POLICY, oid);
        dependencies.record(self, ObjectAddress.relation(table), DependencyType.AUTO);
        using.ifPresent(expression -> dependencies.recordAll(self, expression.references(), DependencyType.NORMAL));
        check.ifPresent(expression -> dependencies.recordAll(self, expression.references(), DependencyType.NORMAL));
        for (int role : roles) {
            if (role != 0) {
                dependencies.recordShared(self, ClassOid.ROLE, role, 'r');
            }
        }
    }
}
