package io.pglitedb.catalog.store;

import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The catalogs of all databases of a server. Thread-safe.
public final class CatalogStore {
    static final int TEMPLATE1 = 1;

    private static final SystemTable DATABASES = SystemTables.table("pg_database");
    private static final SystemTable CLASSES = SystemTables.table("pg_class");
    private static final SystemIndex DATABASE_NAME = SystemTables.index("pg_database_datname_index");

    /// Counter: 1 once the databases of a fresh store are whole.
    private static final String COMPLETE = "catalog complete";

    /// Counter of OIDs that `complete` gets; those of the facts end below.
    private static final String SYSTEM_OID = "catalog oid";

    private static final long FIRST_SYSTEM_OID = 14_000;

    private final RowStore rows;
    private final Map<Integer, DatabaseCatalog> databases = new ConcurrentHashMap<>();
    private volatile boolean completing;

    private CatalogStore(RowStore rows) {
        this.rows = rows;
    }

    /// Makes template1, template0 and postgres in an empty store.
    public static CatalogStore open(RowStore rows) {
        return open(rows, _ -> {});
    }

    /// The same, with more in all three of them.
    ///
    /// @param complete adds to template1 of an empty store what every database has beside the facts (system views
    ///     …); what it makes gets OIDs of the system's range. After a crash it may find its work done already.
    public static CatalogStore open(RowStore rows, Consumer<CatalogStore> complete) {
        CatalogStore catalogs = new CatalogStore(rows);
        if (catalogs.databaseOids().isEmpty()) {
            Bootstrap.run(rows);
        }
        if (rows.readCounter(COMPLETE, 0) == 0) {
            catalogs.completing = true;
            complete.accept(catalogs);
            catalogs.completing = false;
            catalogs.copyTemplate();
            rows.writeCounter(COMPLETE, 1);
        }
        return catalogs;
    }

    private List<Integer> databaseOids() {
        try (Snapshot snapshot = rows.currentSnapshot()) {
            return StoredReader.of(snapshot, StorageMap.shared()).scan(DATABASES).stream()
                    .map(row -> row.oid("oid"))
                    .toList();
        }
    }

    /// Stores the databases that have no storage yet.
    private void copyTemplate() {
        try (Transaction transaction = rows.begin(TransactionOptions.readCommitted(new LockSession(0)))) {
            for (int database : databaseOids()) {
                if (storageMap(database) == null) {
                    createStorage(transaction, database, TEMPLATE1);
                }
            }
            transaction.commit(Durability.SYNC);
        }
    }

    /// The next OID, whether free or not.
    private int nextOid() {
        if (!completing) {
            return rows.allocateOid();
        }
        long oid = rows.readCounter(SYSTEM_OID, FIRST_SYSTEM_OID);
        rows.writeCounter(SYSTEM_OID, oid + 1);
        return Math.toIntExact(oid);
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
        return map == null
                ? null
                : databases.computeIfAbsent(oid, _ -> new DatabaseCatalog(rows, oid, map, this::nextOid));
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
        map.write(transaction, oid);
        try (Snapshot snapshot = transaction.newestCommitted()) {
            new DatabaseCopy(rows, transaction, snapshot, storageMap(template), map).run();
        }
    }

    /// Numbers in the row store of all that a database keeps there, tables and indexes; shared ones not. None
    /// when there is no such database.
    public List<Integer> storageNumbers(int database) {
        StorageMap map = storageMap(database);
        return map == null ? List.of() : numbers(map, false);
    }

    /// The same of the tables that all databases share.
    public List<Integer> sharedStorageNumbers() {
        return numbers(storageMap(TEMPLATE1), true);
    }

    private List<Integer> numbers(StorageMap map, boolean shared) {
        try (Snapshot snapshot = rows.currentSnapshot()) {
            return StoredReader.of(snapshot, map).scan(CLASSES).stream()
                    .filter(relation -> relation.flag("relisshared") == shared)
                    .map(relation -> map.storage(relation.oid("oid"), relation.oid("relfilenode")))
                    .filter(number -> number != 0)
                    .toList();
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
