package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.RowValues;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import java.util.Map;

/// Makes schemas.
public final class Namespaces {
    private static final SystemTable TABLE = SystemTables.table("pg_namespace");

    private Namespaces() {}

    /// OID; 42P06 when the name is taken.
    public static int create(CatalogWriter writer, String name, int owner) {
        if (writer.view().namespace(name) != 0) {
            throw new PgException(SqlState.DUPLICATE_SCHEMA, "schema \"%s\" already exists".formatted(name));
        }
        int oid = writer.newOid(TABLE);
        PgArray acl = new DefaultPrivileges(writer).of('n', owner, 0);
        writer.insert(
                TABLE,
                new RowValues()
                        .set("oid", oid)
                        .set("nspname", name)
                        .set("nspowner", owner)
                        .set("nspacl", acl));
        Dependencies dependencies = new Dependencies(writer);
        dependencies.recordOwner(ObjectAddress.schema(oid), owner);
        DefaultPrivileges.record(dependencies, ObjectAddress.schema(oid), acl, owner);
        return oid;
    }

    /// Sets columns of a schema's row.
    public static void update(CatalogWriter writer, int oid, Map<String, ?> changes) {
        writer.update(writer.row(TABLE.oidIndex(), oid), changes);
    }
}
