package io.pglitedb.catalog.store;

import io.pglitedb.catalog.builtin.FactRows;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.key.IndexEntry;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// Writes the facts into an empty store: the shared tables and template1, of which the other databases are
/// copies. One transaction: a store is bootstrapped or empty.
final class Bootstrap {
    private final RowStore store;
    private final Transaction transaction;
    private final ByteWriter body = new ByteWriter(1 << 10);

    private Bootstrap(RowStore store, Transaction transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    static void run(RowStore store) {
        try (Transaction transaction = store.begin(TransactionOptions.readCommitted(new LockSession(0)))) {
            new Bootstrap(store, transaction).write();
            transaction.commit(Durability.SYNC);
        }
    }

    private void write() {
        StorageMap map = StorageMap.allocate(store::allocateNumber);
        map.write(transaction, CatalogStore.TEMPLATE1);
        for (SystemTable table : SystemTables.all()) {
            write(table, FactRows.of(table), map);
        }
    }

    private void write(SystemTable table, List<SystemRow> rows, StorageMap map) {
        if (rows.isEmpty()) {
            return;
        }
        int number = map.number(table);
        long rowid = store.reserveRowids(number, rows.size());
        for (SystemRow row : rows) {
            body.clear();
            table.encode(row.values(), body);
            transaction.putRow(number, rowid, body.array(), 0, body.size());
            for (SystemIndex index : table.indexes()) {
                IndexEntry entry = index.entry(row.values(), rowid);
                transaction.putIndex(map.number(table, index), entry.key(), entry.value());
            }
            rowid++;
        }
    }
}
