package io.pglitedb.catalog.store;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.SearchPath;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.catalog.typed.TypedCatalog;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/// The catalog of one database, with the shared tables. Thread-safe.
public final class DatabaseCatalog {
    private static final SystemIndex INDEXES = SystemTables.index("pg_index_indexrelid_index");

    private final RowStore store;
    private final int database;
    private final StorageMap storage;
    private final Map<Transaction, CatalogWriter> writers = new ConcurrentHashMap<>();
    private final IntSupplier nextOid;
    private volatile Current current;

    private record Current(Epoch epoch, TypedCatalog view) {}

    /// @param nextOid gives OIDs that may be taken
    DatabaseCatalog(RowStore store, int database, StorageMap storage, IntSupplier nextOid) {
        this.nextOid = nextOid;
        this.store = store;
        this.database = database;
        this.storage = storage;
        try (Snapshot snapshot = store.currentSnapshot()) {
            current = current(new Epoch(store, storage, snapshot, null));
        }
    }

    private Current current(Epoch epoch) {
        return new Current(epoch, new TypedCatalog(epoch, database, SearchPath.DEFAULT));
    }

    public int oid() {
        return database;
    }

    int nextOid() {
        return nextOid.getAsInt();
    }

    StorageMap storage() {
        return storage;
    }

    /// The newest committed catalog with the transaction's own writes so far; to be taken anew for every
    /// statement and whenever the transaction wrote. Costs next to nothing while nothing changes.
    public CatalogView view(Transaction transaction) {
        if (transaction.idIfAssigned() != 0) {
            CatalogWriter writer = writers.get(transaction);
            if (writer != null) {
                return writer.view();
            }
        }
        return view();
    }

    /// The newest committed catalog.
    public CatalogView view() {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return at(snapshot).view;
        }
    }

    private Current at(Snapshot snapshot) {
        Current known = current;
        return Epoch.version(storage, snapshot) <= known.epoch.version() ? known : advance(snapshot);
    }

    private synchronized Current advance(Snapshot snapshot) {
        if (Epoch.version(storage, snapshot) > current.epoch.version()) {
            current = current(new Epoch(store, storage, snapshot, current.epoch));
        }
        return current;
    }

    Epoch epoch() {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return at(snapshot).epoch;
        }
    }

    /// Whether an index is there for the transaction's own snapshot and writes, rather than in the newest
    /// catalog.
    public boolean sees(Transaction transaction, int index) {
        return StoredReader.of(transaction, transaction.view().snapshot(), storage)
                        .row(INDEXES, index)
                != null;
    }

    /// The writer of a transaction; to be asked for anew by every command. What it writes the transaction's views
    /// show.
    public CatalogWriter writer(Transaction transaction) {
        CatalogWriter known = writers.get(transaction);
        if (known != null) {
            return known;
        }
        CatalogWriter writer = new CatalogWriter(store, this, transaction);
        writers.put(transaction, writer);
        transaction.afterCommit(() -> writers.remove(transaction));
        transaction.afterRollback(() -> {
            writers.remove(transaction);
            writer.forgetAll();
        });
        return writer;
    }

    boolean isWriting(Transaction transaction) {
        return writers.containsKey(transaction);
    }
}
