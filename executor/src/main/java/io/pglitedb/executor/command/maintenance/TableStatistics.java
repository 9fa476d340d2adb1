package io.pglitedb.executor.command.maintenance;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.CatalogWriter;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Transaction;
import java.util.Map;

/// What ANALYZE finds out about a table: how many rows it has, in how many pages they would be.
final class TableStatistics {
    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final int PG_CATALOG = 11;
    private static final int PAGE_BYTES = 8_192;
    private static final int ROW_OVERHEAD_BYTES = 28;
    private static final int ROWS_A_CHECK = 1_024;

    private TableStatistics() {}

    static void collect(TableDef table, Backend session) {
        if (table.storage() == 0 || table.kind() != 'r' && table.kind() != 'm') {
            return;
        }
        Transaction transaction = session.block().transaction();
        long rows = 0;
        long bytes = 0;
        try (RowCursor cursor =
                transaction.scanRows(transaction.view(), table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (cursor.next()) {
                bytes += cursor.valueLength() + ROW_OVERHEAD_BYTES;
                if (++rows % ROWS_A_CHECK == 0) {
                    session.interrupts().check();
                }
            }
        }
        CatalogWriter writer = session.sessionCatalog().writer();
        SystemRow row = writer.row(CLASSES.oidIndex(), table.oid());
        float reltuples = rows;
        int relpages = (int) Math.min(Integer.MAX_VALUE, (bytes + PAGE_BYTES - 1) / PAGE_BYTES);
        if (row.number("reltuples") != reltuples || row.integer("relpages") != relpages) {
            writer.update(row, Map.of("reltuples", reltuples, "relpages", relpages));
        }
    }

    /// Of every table of the database that the catalog's own tables are not.
    static void collectAll(Backend session) {
        for (SystemRow row : session.sessionCatalog().writer().scan(CLASSES)) {
            TableDef table = session.catalog().table(row.oid("oid"));
            if (table != null && table.namespace() != PG_CATALOG) {
                collect(table, session);
            }
        }
    }
}
