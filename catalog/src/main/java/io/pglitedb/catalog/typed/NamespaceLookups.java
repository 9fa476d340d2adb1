package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.def.NamespaceDef;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;

/// Schemas.
final class NamespaceLookups {
    private static final SystemIndex OID = SystemTables.index("pg_namespace_oid_index");
    private static final SystemIndex NAME = SystemTables.index("pg_namespace_nspname_index");

    static final Lookup<Integer, NamespaceDef> BY_OID =
            Lookup.of((reader, oid) -> namespace(reader.row(OID, oid)), "pg_namespace");
    static final Lookup<String, NamespaceDef> BY_NAME =
            Lookup.of((reader, name) -> namespace(reader.row(NAME, name)), "pg_namespace");

    private NamespaceLookups() {}

    private static NamespaceDef namespace(SystemRow row) {
        return row == null
                ? null
                : new NamespaceDef(row.oid("oid"), row.text("nspname"), row.oid("nspowner"), row.array("nspacl"));
    }
}
