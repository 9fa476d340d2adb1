package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.IndexCursor;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.key.IndexEntry;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.Arrays;
import java.util.Map;

/// Copies everything a database stores, as of one snapshot, under new numbers: rows keep their rowids, so index
/// entries are copied as they are. Only pg_class is written anew, where it says which number a relation has.
final class DatabaseCopy {
    private static final SystemTable CLASSES = SystemTables.table("pg_class");

    private final RowStore store;
    private final Transaction transaction;
    private final Snapshot snapshot;
    private final StorageMap from;
    private final StorageMap to;

    DatabaseCopy(RowStore store, Transaction transaction, Snapshot snapshot, StorageMap from, StorageMap to) {
        this.store = store;
        this.transaction = transaction;
        this.snapshot = snapshot;
        this.from = from;
        this.to = to;
    }

    void run() {
        for (SystemTable table : SystemTables.all()) {
            if (!table.isShared()) {
                copyRows(from.number(table), to.number(table));
                for (SystemIndex index : table.indexes()) {
                    copyEntries(from.number(table, index), to.number(table, index));
                }
            }
        }
        for (SystemRow relation : StoredReader.of(snapshot, from).scan(CLASSES)) {
            int number = from.storage(relation.oid("oid"), relation.oid("relfilenode"));
            if (number != 0 && number == relation.oid("relfilenode")) {
                int copy = store.allocateNumber();
                copyRows(number, copy);
                copyEntries(number, copy);
                place(relation, copy);
            }
        }
    }

    private void copyRows(int number, int copy) {
        long last = 0;
        try (RowCursor cursor = snapshot.scanRows(number, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (cursor.next()) {
                last = cursor.rowid();
                transaction.putRow(
                        copy,
                        last,
                        cursor.value(),
                        cursor.valueOffset() + RowHeader.LENGTH,
                        cursor.valueLength() - RowHeader.LENGTH);
            }
        }
        while (last > 0) {
            int step = (int) Math.min(last, Integer.MAX_VALUE);
            store.reserveRowids(copy, step);
            last -= step;
        }
    }

    private void copyEntries(int number, int copy) {
        try (IndexCursor cursor = snapshot.scanIndex(number, null, null, Direction.FORWARD)) {
            while (cursor.next()) {
                transaction.putIndex(
                        copy,
                        Arrays.copyOfRange(cursor.key(), cursor.keyOffset(), cursor.keyOffset() + cursor.keyLength()),
                        Arrays.copyOfRange(
                                cursor.value(), cursor.valueOffset(), cursor.valueOffset() + cursor.valueLength()));
            }
        }
    }

    /// Writes the copy's `relfilenode`.
    private void place(SystemRow relation, int number) {
        Object[] values = relation.with(Map.of("relfilenode", number)).values();
        ByteWriter body = new ByteWriter(256);
        CLASSES.encode(values, body);
        transaction.putRow(to.number(CLASSES), relation.rowid(), body.array(), 0, body.size());
        for (SystemIndex index : CLASSES.indexes()) {
            IndexEntry before = index.entry(relation.values(), relation.rowid());
            IndexEntry after = index.entry(values, relation.rowid());
            if (!Arrays.equals(before.key(), after.key())) {
                transaction.deleteIndex(to.number(CLASSES, index), before.key());
                transaction.putIndex(to.number(CLASSES, index), after.key(), after.value());
            }
        }
    }
}
