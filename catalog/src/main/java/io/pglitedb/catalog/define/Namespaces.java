package io.pglitedb.catalog.define;

import io.pglitedb.catalog.depend.Dependencies;
import io.pglitedb.catalog.depend.ObjectAddress;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
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
        writer.insert(TABLE, Map.of("oid", oid, "nspname", name, "nspowner", owner));
        new Dependencies(writer).recordOwner(ObjectAddress.schema(oid), owner);
        return oid;
    }
}
