package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.row.RowHeader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The catalogs of all databases of a server. Thread-safe.
public final class CatalogStore {
    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final SystemIndex DATABASE_NAME = SystemTables.index("pg_database_datname_index");

    private final RowStore rows;
    private final Map<Integer, DatabaseCatalog> databases = new ConcurrentHashMap<>();

    private CatalogStore(RowStore rows) {
        this.rows = rows;
    }

    /// Makes template1, template0 and postgres in an empty store.
    public static CatalogStore open(RowStore rows) {
        CatalogStore catalogs = new CatalogStore(rows);
        if (catalogs.isEmpty()) {
            Bootstrap.run(rows);
        }
        return catalogs;
    }

    private boolean isEmpty() {
        try (Snapshot snapshot = rows.currentSnapshot()) {
            return StoredReader.of(snapshot, StorageMap.shared())
                    .scan(SystemTables.table("pg_database"))
                    .isEmpty();
        }
    }

    public RowStore rowStore() {
        return rows;
    }

    /// Null when there is none of that name.
    public DatabaseCatalog database(String name) {
        SystemRow row;
        try (Snapshot snapshot = rows.currentSnapshot()) {
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
        return map == null ? null : databases.computeIfAbsent(oid, _ -> new DatabaseCatalog(rows, oid, map));
    }

    StorageMap storageMap(int oid) {
        try (Snapshot snapshot = rows.currentSnapshot()) {
            byte[] row = snapshot.get(StorageMap.RELATION, Integer.toUnsignedLong(oid));
            return row == null ? null : StorageMap.decode(row, RowHeader.LENGTH, row.length - RowHeader.LENGTH);
        }
    }

    /// Stores a new database: a copy of all that the template has committed. The caller writes its pg_database
    /// row and keeps others out of the template.
    public void createStorage(Transaction transaction, int oid, int template) {
        StorageMap map = StorageMap.allocate(rows::allocateNumber);
        byte[] encoded = map.encode();
        transaction.putRow(StorageMap.RELATION, Integer.toUnsignedLong(oid), encoded, 0, encoded.length);
        try (Snapshot snapshot = transaction.newestCommitted()) {
            new DatabaseCopy(rows, transaction, snapshot, storageMap(template), map).run();
        }
    }

    /// Throws away all that a database stores. The caller deletes its pg_database row and keeps others out.
    public void dropStorage(Transaction transaction, int oid) {
        StorageMap map = storageMap(oid);
        try (Snapshot snapshot = transaction.newestCommitted()) {
            for (SystemRow relation : StoredReader.of(snapshot, map).scan(CLASSES)) {
                int number = relation.flag("relisshared")
                        ? 0
                        : map.storage(relation.oid("oid"), relation.oid("relfilenode"));
                if (number != 0) {
                    transaction.dropRelationRows(number);
                    transaction.dropIndexEntries(number);
                }
            }
        }
        transaction.deleteRow(StorageMap.RELATION, Integer.toUnsignedLong(oid));
        transaction.afterCommit(() -> databases.remove(oid));
    }
}
