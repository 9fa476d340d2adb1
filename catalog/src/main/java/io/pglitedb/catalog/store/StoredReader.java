package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.key.IndexEntry;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Reads catalog rows of a snapshot, with a transaction's own writes if there is one. Does not own the snapshot.
abstract sealed class StoredReader implements CatalogReader {
    private final StorageMap storage;

    private StoredReader(StorageMap storage) {
        this.storage = storage;
    }

    static StoredReader of(Snapshot snapshot, StorageMap storage) {
        return new OfSnapshot(snapshot, storage);
    }

    /// All that the transaction wrote so far is seen.
    static StoredReader of(Transaction transaction, Snapshot snapshot, StorageMap storage) {
        return new OfTransaction(transaction, new ReadView(snapshot, Integer.MAX_VALUE), storage);
    }

    abstract byte[] row(int number, long rowid);

    abstract byte[] entry(int number, byte[] key);

    abstract RowCursor rows(int number);

    abstract IndexCursor entries(int number, byte[] low, byte[] high);

    @Override
    public List<SystemRow> rows(SystemIndex index, Object... prefix) {
        SystemTable table = index.table();
        int number = storage.number(table, index);
        byte[] low = index.prefix(prefix);
        if (index.isUnique() && prefix.length == index.columns().size()) {
            byte[] value = entry(number, low);
            return value == null ? List.of() : List.of(fetch(table, IndexEntry.rowid(value, 0)));
        }
        List<Long> rowids = new ArrayList<>();
        try (IndexCursor cursor = entries(number, low, StoreKey.successor(low))) {
            while (cursor.next()) {
                rowids.add(IndexEntry.rowid(cursor));
            }
        }
        List<SystemRow> rows = new ArrayList<>(rowids.size());
        for (long rowid : rowids) {
            rows.add(fetch(table, rowid));
        }
        return rows;
    }

    private SystemRow fetch(SystemTable table, long rowid) {
        byte[] row = row(storage.number(table), rowid);
        if (row == null) {
            throw new PgException(
                    SqlState.INDEX_CORRUPTED, "an index of \"%s\" points at a missing row".formatted(table));
        }
        return table.decode(rowid, row, 0, row.length);
    }

    @Override
    public List<SystemRow> scan(SystemTable table) {
        List<SystemRow> rows = new ArrayList<>();
        try (RowCursor cursor = rows(storage.number(table))) {
            while (cursor.next()) {
                rows.add(table.decode(cursor.rowid(), cursor.value(), cursor.valueOffset(), cursor.valueLength()));
            }
        }
        return rows;
    }

    @Override
    public int storage(int relation, int fileNumber) {
        return storage.storage(relation, fileNumber);
    }

    private static final class OfSnapshot extends StoredReader {
        private final Snapshot snapshot;

        OfSnapshot(Snapshot snapshot, StorageMap storage) {
            super(storage);
            this.snapshot = snapshot;
        }

        @Override
        byte[] row(int number, long rowid) {
            return snapshot.get(number, rowid);
        }

        @Override
        byte[] entry(int number, byte[] key) {
            return snapshot.getIndex(number, key);
        }

        @Override
        RowCursor rows(int number) {
            return snapshot.scanRows(number, 0, Long.MAX_VALUE, Direction.FORWARD);
        }

        @Override
        IndexCursor entries(int number, byte[] low, byte[] high) {
            return snapshot.scanIndex(number, low, high, Direction.FORWARD);
        }
    }

    private static final class OfTransaction extends StoredReader {
        private final Transaction transaction;
        private final ReadView view;

        OfTransaction(Transaction transaction, ReadView view, StorageMap storage) {
            super(storage);
            this.transaction = transaction;
            this.view = view;
        }

        @Override
        byte[] row(int number, long rowid) {
            return transaction.get(view, number, rowid);
        }

        @Override
        byte[] entry(int number, byte[] key) {
            return transaction.getIndex(view, number, key);
        }

        @Override
        RowCursor rows(int number) {
            return transaction.scanRows(view, number, 0, Long.MAX_VALUE, Direction.FORWARD);
        }

        @Override
        IndexCursor entries(int number, byte[] low, byte[] high) {
            return transaction.scanIndex(view, number, low, high, Direction.FORWARD);
        }
    }
}
