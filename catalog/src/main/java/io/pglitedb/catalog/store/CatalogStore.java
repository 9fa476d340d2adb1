package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.row.RowHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The catalogs of all databases of a server. Thread-safe.
public final class CatalogStore {
    private static final SystemIndex DATABASE_NAME = SystemTables.index("pg_database_datname_index");

    private final RowStore store;
    private final Map<Integer, DatabaseCatalog> databases = new ConcurrentHashMap<>();

    private CatalogStore(RowStore store) {
        this.store = store;
    }

    /// Makes template1, template0 and postgres in an empty store.
    public static CatalogStore open(RowStore store) {
        CatalogStore catalogs = new CatalogStore(store);
        if (catalogs.isEmpty()) {
            Bootstrap.run(store);
        }
        return catalogs;
    }

    private boolean isEmpty() {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return StoredReader.of(snapshot, StorageMap.shared())
                    .scan(SystemTables.table("pg_database"))
                    .isEmpty();
        }
    }

    public RowStore rowStore() {
        return store;
    }

    /// Null when there is none of that name.
    public DatabaseCatalog database(String name) {
        SystemRow row;
        try (Snapshot snapshot = store.currentSnapshot()) {
            row = StoredReader.of(snapshot, StorageMap.shared()).row(DATABASE_NAME, name);
        }
        return row == null ? null : database(row.oid("oid"));
    }

    /// Null when there is none with that OID.
    public DatabaseCatalog database(int oid) {
        DatabaseCatalog open = databases.get(oid);
        if (open != null) {
            return open;
        }
        StorageMap map = storageMap(oid);
        return map == null ? null : databases.computeIfAbsent(oid, _ -> new DatabaseCatalog(store, oid, map));
    }

    StorageMap storageMap(int oid) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            byte[] row = snapshot.get(StorageMap.RELATION, Integer.toUnsignedLong(oid));
            return row == null ? null : StorageMap.decode(row, RowHeader.LENGTH, row.length - RowHeader.LENGTH);
        }
    }

    void forget(int oid) {
        databases.remove(oid);
    }
}
