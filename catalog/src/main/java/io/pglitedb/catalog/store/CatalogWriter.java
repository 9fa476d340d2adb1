package io.pglitedb.catalog.store;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.system.SystemColumn;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.CatalogReader;
import io.pglitedb.catalog.typed.TypedCatalog;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.key.IndexEntry;
import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes catalog rows in a transaction, with their index entries, and reads them back: its reads and its view
/// are of the newest committed catalog and all of the transaction's own writes. For the transaction's thread.
public final class CatalogWriter implements CatalogReader {
    /// Tables with what users store, of which no view tells: nothing has to be looked up anew.
    private static final Set<SystemTable> UNSEEN =
            Set.of(SystemTables.table("pg_largeobject"), SystemTables.table("pg_largeobject_metadata"));

    private final RowStore store;
    private final DatabaseCatalog database;
    private final StorageMap storage;
    private final Transaction transaction;
    /// Tables written so far; may name one whose writes were rolled back to a savepoint.
    private final Set<SystemTable> written = new HashSet<>();
    /// Tables written since `source` was made.
    private final Set<SystemTable> writtenSince = new HashSet<>();

    private OwnSource source;

    CatalogWriter(RowStore store, DatabaseCatalog database, Transaction transaction) {
        this.store = store;
        this.database = database;
        this.storage = database.storage();
        this.transaction = transaction;
    }

    public Transaction transaction() {
        return transaction;
    }

    public int databaseOid() {
        return database.oid();
    }

    public CatalogView view() {
        if (written.isEmpty()) {
            return database.view();
        }
        Epoch base = database.epoch();
        if (source == null || source.base() != base || !writtenSince.isEmpty()) {
            source = new OwnSource(transaction, storage, base, written, source, writtenSince);
            writtenSince.clear();
        }
        return new TypedCatalog(source, database.oid(), SearchPath.DEFAULT);
    }

    @Override
    public List<SystemRow> rows(SystemIndex index, Object... prefix) {
        try (Snapshot snapshot = transaction.newestCommitted()) {
            return StoredReader.of(transaction, snapshot, storage).rows(index, prefix);
        }
    }

    @Override
    public List<SystemRow> scan(SystemTable table) {
        try (Snapshot snapshot = transaction.newestCommitted()) {
            return StoredReader.of(transaction, snapshot, storage).scan(table);
        }
    }

    @Override
    public int storage(int relation, int fileNumber) {
        return storage.storage(relation, fileNumber);
    }

    /// An OID that no row of the table has.
    public int newOid(SystemTable table) {
        SystemIndex index = table.oidIndex();
        int oid = database.nextOid();
        while (row(index, oid) != null) {
            oid = database.nextOid();
        }
        return oid;
    }

    /// A number for a new relation's rows or a new index's entries: its `relfilenode`.
    public int newStorage() {
        int number = store.allocateNumber();
        transaction.created(number);
        return number;
    }

    /// Locks a relation to the end of the transaction, waiting for others.
    public void lockRelation(int oid, LockMode mode) {
        store.locks().lock(transaction.session(), new LockTag.Relation(database.oid(), oid), mode, Scope.TRANSACTION);
    }

    /// @param columns as for `SystemRow.values`
    public SystemRow insert(SystemTable table, Map<String, ?> columns) {
        Object[] values = SystemRow.values(table, columns);
        requireNotNull(table, values);
        long rowid = store.nextRowid(storage.number(table));
        for (SystemIndex index : table.indexes()) {
            putEntry(table, index, index.entry(values, rowid), values);
        }
        return put(table, rowid, values);
    }

    /// Changes some columns of a row that was read in this transaction; gives the new row.
    public SystemRow update(SystemRow row, Map<String, ?> changes) {
        lock(row);
        SystemTable table = row.table();
        SystemRow changed = row.with(changes);
        requireNotNull(table, changed.values());
        for (SystemIndex index : table.indexes()) {
            IndexEntry before = index.entry(row.values(), row.rowid());
            IndexEntry after = index.entry(changed.values(), row.rowid());
            if (!Arrays.equals(before.key(), after.key())) {
                transaction.deleteIndex(storage.number(table, index), before.key());
                putEntry(table, index, after, changed.values());
            }
        }
        return put(table, row.rowid(), changed.values());
    }

    public void delete(SystemRow row) {
        lock(row);
        SystemTable table = row.table();
        for (SystemIndex index : table.indexes()) {
            transaction.deleteIndex(
                    storage.number(table, index),
                    index.entry(row.values(), row.rowid()).key());
        }
        transaction.deleteRow(storage.number(table), row.rowid());
        changed(table);
    }

    private SystemRow put(SystemTable table, long rowid, Object[] values) {
        ByteWriter body = new ByteWriter(256);
        table.encode(values, body);
        transaction.putRow(storage.number(table), rowid, body.array(), 0, body.size());
        changed(table);
        return new SystemRow(table, rowid, transaction.id(), values);
    }

    private void putEntry(SystemTable table, SystemIndex index, IndexEntry entry, Object[] values) {
        int number = storage.number(table, index);
        if (entry.isUnique() && transaction.lockUniqueKey(number, entry.key()) != null) {
            throw new PgException(
                            SqlState.UNIQUE_VIOLATION,
                            "duplicate key value violates unique constraint \"%s\"".formatted(index.name()))
                    .detail("Key %s already exists.".formatted(index.describe(values)))
                    .table("pg_catalog", table.name())
                    .constraint(index.name());
        }
        transaction.putIndex(number, entry.key(), entry.value());
    }

    private static void requireNotNull(SystemTable table, Object[] values) {
        for (SystemColumn column : table.columns()) {
            if (column.notNull() && values[column.ordinal()] == null) {
                throw new IllegalArgumentException("%s.%s is missing".formatted(table, column.name()));
            }
        }
    }

    /// Waits for whoever else is changing the row.
    private void lock(SystemRow row) {
        int number = storage.number(row.table());
        transaction.lockRow(transaction.view(), number, row.rowid(), row.writer(), RowLockMode.UPDATE, WaitPolicy.WAIT);
        byte[] newest = transaction.newestRow(number, row.rowid());
        if (newest == null) {
            throw new PgException(SqlState.INTERNAL_ERROR, "tuple concurrently deleted");
        }
        if (RowHeader.transactionId(newest, 0) != row.writer()) {
            throw new PgException(SqlState.INTERNAL_ERROR, "tuple concurrently updated");
        }
        SystemRow stored = row.table().decode(row.rowid(), newest, 0, newest.length);
        if (!Arrays.equals(stored.values(), row.values())) {
            throw new IllegalStateException("%s was changed since it was read: %s".formatted(row, stored));
        }
    }

    private void changed(SystemTable table) {
        if (!database.isWriting(transaction)) {
            throw new IllegalStateException("the writer's beginning was rolled back to a savepoint");
        }
        if (UNSEEN.contains(table)) {
            return;
        }
        if (written.add(table)) {
            transaction.catalogChanged(storage.number(table));
            transaction.catalogChanged(storage.epochOf(table));
        }
        writtenSince.add(table);
        transaction.afterRollback(() -> source = null);
    }

    /// All writes are rolled back.
    void forgetAll() {
        written.clear();
        writtenSince.clear();
        source = null;
    }
}
