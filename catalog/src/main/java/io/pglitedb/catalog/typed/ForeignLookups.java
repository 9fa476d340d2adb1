package io.pglitedb.catalog.typed;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;

/// Foreign tables.
final class ForeignLookups {
    private static final SystemIndex TABLE = SystemTables.index("pg_foreign_table_relid_index");
    private static final SystemIndex SERVER =
            SystemTables.table("pg_foreign_server").oidIndex();
    private static final SystemIndex WRAPPER =
            SystemTables.table("pg_foreign_data_wrapper").oidIndex();

    static final Lookup<Integer, String> WRAPPER_NAME =
            Lookup.of(ForeignLookups::wrapper, "pg_foreign_table", "pg_foreign_server", "pg_foreign_data_wrapper");

    private ForeignLookups() {}

    private static String wrapper(CatalogReader reader, int table) {
        SystemRow row = reader.row(TABLE, table);
        return row == null
                ? null
                : reader.row(WRAPPER, reader.row(SERVER, row.oid("ftserver")).oid("srvfdw"))
                        .text("fdwname");
    }
}
