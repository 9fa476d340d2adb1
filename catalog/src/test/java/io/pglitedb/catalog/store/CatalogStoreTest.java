package io.pglitedb.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.catalog.builtin.BuiltinCatalog;
import io.pglitedb.catalog.builtin.FactRows;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.system.SystemIndex;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTable;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Savepoint;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CatalogStoreTest {
    private static final SystemTable NAMESPACES = SystemTables.table("pg_namespace");

    @TempDir
    Path directory;

    private RowStore rows;
    private CatalogStore store;
    private DatabaseCatalog postgres;
    private final AtomicInteger processIds = new AtomicInteger();

    @BeforeEach
    void open() {
        rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
        store = CatalogStore.open(rows);
        postgres = store.database("postgres");
    }

    /// Fails when a snapshot, cursor or transaction is still open.
    @AfterEach
    void close() {
        rows.close();
    }

    private Transaction begin() {
        return rows.begin(TransactionOptions.readCommitted(new LockSession(processIds.incrementAndGet())));
    }

    private SystemRow createNamespace(Transaction transaction, String name) {
        CatalogWriter writer = postgres.writer(transaction);
        return writer.insert(NAMESPACES, Map.of("oid", writer.newOid(NAMESPACES), "nspname", name, "nspowner", 10));
    }

    @Test
    void everyFactIsStoredAndFoundByEveryIndex() {
        try (Snapshot snapshot = rows.currentSnapshot()) {
            StoredReader reader = StoredReader.of(snapshot, postgres.storage());
            for (SystemTable table : SystemTables.all()) {
                List<SystemRow> facts = FactRows.of(table);
                List<SystemRow> stored = reader.scan(table);
                assertEquals(facts.size(), stored.size(), table::toString);
                for (int i = 0; i < facts.size(); i++) {
                    assertEquals(facts.get(i).toString(), stored.get(i).toString());
                    for (SystemIndex index : table.indexes()) {
                        Object[] key = index.keyOf(facts.get(i).values());
                        long rowid = stored.get(i).rowid();
                        assertTrue(
                                reader.rows(index, key).stream().anyMatch(row -> row.rowid() == rowid),
                                index::toString);
                    }
                }
            }
        }
    }

    @Test
    void theTypedViewIsThatOfTheFacts() {
        CatalogView stored = postgres.view();
        CatalogView facts = BuiltinCatalog.instance();
        for (SystemRow row : FactRows.of(SystemTables.table("pg_proc"))) {
            assertEquals(facts.function(row.oid("oid")), stored.function(row.oid("oid")));
            assertEquals(facts.functions(row.text("proname")), stored.functions(row.text("proname")));
        }
        for (SystemRow row : FactRows.of(SystemTables.table("pg_type"))) {
            assertEquals(facts.type(row.oid("oid")), stored.type(row.oid("oid")));
        }
        for (SystemRow row : FactRows.of(SystemTables.table("pg_opfamily"))) {
            assertEquals(facts.operatorFamily(row.oid("oid")), stored.operatorFamily(row.oid("oid")));
        }
        assertEquals("postgres", stored.databaseName());
        assertEquals(List.of(11, 2200), stored.searchPath());
        assertEquals(2200, stored.creationNamespace());
        assertEquals(1259, stored.table(11, "pg_class").oid());
        assertEquals(
                postgres.storage().number(SystemTables.table("pg_class")),
                stored.table(1259).storage());
        assertEquals(1262, stored.table(11, "pg_database").storage());
        assertEquals(3, stored.indexes(1259).size());
    }

    @Test
    void databasesShareOnlyTheSharedTables() {
        DatabaseCatalog template = store.database("template1");
        assertNull(store.database("nowhere"));
        assertEquals(1, template.oid());
        assertSame(template, store.database(1));
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "only_here");
            CatalogWriter writer = postgres.writer(transaction);
            SystemTable roles = SystemTables.table("pg_authid");
            SystemRow first = writer.row(roles.oidIndex(), 10);
            writer.update(first, Map.of("rolconnlimit", 7));
            transaction.commit(Durability.ASYNC);
        }
        assertNotEquals(0, postgres.view().namespace("only_here"));
        assertEquals(0, template.view().namespace("only_here"));
        assertEquals(7, template.view().role("postgres").connectionLimit());
    }

    @Test
    void viewsSeeOwnWritesAtOnceAndOthersAfterCommit() {
        CatalogView before = postgres.view();
        assertEquals(0, before.namespace("s"));
        try (Transaction writing = begin();
                Transaction reading = begin()) {
            assertSame(before, postgres.view(writing));
            SystemRow row = createNamespace(writing, "s");
            CatalogView own = postgres.view(writing);
            assertEquals(row.oid("oid"), own.namespace("s"));
            assertTrue(own.version() < 0);
            assertSame(before, postgres.view(reading));
            writing.commit(Durability.ASYNC);
            CatalogView after = postgres.view(reading);
            assertEquals(row.oid("oid"), after.namespace("s"));
            assertNotEquals(before.version(), after.version());
            assertSame(after, postgres.view(reading));
        }
        assertEquals(0, before.namespace("s"));
    }

    @Test
    void answersFromUnchangedTablesSurviveAChange() {
        CatalogView before = postgres.view();
        assertNotNull(before.function(1299));
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "s");
            assertSame(before.function(1299), postgres.view(transaction).function(1299));
            transaction.commit(Durability.ASYNC);
        }
        assertSame(before.function(1299), postgres.view().function(1299));
    }

    @Test
    void rollbackTakesTheWritesBack() {
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "s");
            transaction.rollback();
        }
        assertEquals(0, postgres.view().namespace("s"));
        try (Transaction transaction = begin()) {
            Savepoint outer = transaction.savepoint();
            createNamespace(transaction, "a");
            Savepoint inner = transaction.savepoint();
            createNamespace(transaction, "b");
            transaction.rollbackTo(inner);
            assertNotEquals(0, postgres.view(transaction).namespace("a"));
            assertEquals(0, postgres.view(transaction).namespace("b"));
            createNamespace(transaction, "b");
            transaction.rollbackTo(outer);
            assertEquals(0, postgres.view(transaction).namespace("a"));
            createNamespace(transaction, "c");
            assertNotEquals(0, postgres.view(transaction).namespace("c"));
            transaction.commit(Durability.ASYNC);
        }
        assertEquals(0, postgres.view().namespace("b"));
        assertNotEquals(0, postgres.view().namespace("c"));
    }

    @Test
    void updatesAndDeletesKeepIndexes() {
        int oid;
        try (Transaction transaction = begin()) {
            SystemRow row = createNamespace(transaction, "before");
            oid = row.oid("oid");
            row = postgres.writer(transaction).update(row, Map.of("nspname", "after"));
            assertEquals(0, postgres.view(transaction).namespace("before"));
            assertEquals(oid, postgres.view(transaction).namespace("after"));
            transaction.commit(Durability.ASYNC);
        }
        try (Transaction transaction = begin()) {
            CatalogWriter writer = postgres.writer(transaction);
            writer.delete(writer.row(NAMESPACES.oidIndex(), oid));
            assertNull(postgres.view(transaction).namespaceDef(oid));
            createNamespace(transaction, "after");
            transaction.commit(Durability.ASYNC);
        }
        assertNull(postgres.view().namespaceDef(oid));
        assertNotEquals(oid, postgres.view().namespace("after"));
    }

    @Test
    void aTakenNameIsAUniqueViolation() {
        try (Transaction transaction = begin()) {
            PgException refused = assertThrows(PgException.class, () -> createNamespace(transaction, "pg_catalog"));
            assertEquals(SqlState.UNIQUE_VIOLATION, refused.state());
            assertEquals(
                    "duplicate key value violates unique constraint \"pg_namespace_nspname_index\"",
                    refused.getMessage());
            assertEquals(
                    "Key (nspname)=(pg_catalog) already exists.",
                    refused.report().detail());
        }
    }

    @Test
    void aConcurrentInsertOfTheSameNameWaits() throws Exception {
        try (Transaction first = begin();
                Transaction second = begin()) {
            createNamespace(first, "s");
            CompletableFuture<SystemRow> waiting = CompletableFuture.supplyAsync(() -> createNamespace(second, "s"));
            first.commit(Durability.ASYNC);
            ExecutionException failed = assertThrows(ExecutionException.class, waiting::get);
            assertEquals(SqlState.UNIQUE_VIOLATION, ((PgException) failed.getCause()).state());
        }
    }

    @Test
    void aConcurrentlyChangedRowIsRefused() {
        try (Transaction first = begin();
                Transaction second = begin()) {
            SystemRow seen = postgres.writer(second).row(NAMESPACES.oidIndex(), 2200);
            CatalogWriter writer = postgres.writer(first);
            writer.update(writer.row(NAMESPACES.oidIndex(), 2200), Map.of("nspowner", 3373));
            first.commit(Durability.ASYNC);
            PgException refused = assertThrows(
                    PgException.class, () -> postgres.writer(second).update(seen, Map.of("nspowner", 3374)));
            assertEquals("tuple concurrently updated", refused.getMessage());
        }
    }

    @Test
    void reopensWhatWasCommitted() {
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "kept");
            transaction.commit(Durability.SYNC);
        }
        rows.close();
        open();
        assertNotEquals(0, postgres.view().namespace("kept"));
        assertEquals(3, postgres.view().databases().size());
    }

    @Test
    void lateQuestionsToAnOldViewDoNotSpoilTheNewOne() {
        CatalogView old = postgres.view();
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "s");
            transaction.commit(Durability.ASYNC);
        }
        int seenLate = old.namespace("s");
        assertNotEquals(0, seenLate);
        assertEquals(seenLate, old.namespace("s"));
        assertEquals(seenLate, postgres.view().namespace("s"));
        try (Transaction transaction = begin()) {
            CatalogWriter writer = postgres.writer(transaction);
            writer.delete(writer.row(NAMESPACES.oidIndex(), seenLate));
            transaction.commit(Durability.ASYNC);
        }
        assertEquals(0, postgres.view().namespace("s"));
        assertEquals(seenLate, old.namespace("s"));
    }

    @Test
    void databasesAreCopiedAndDropped() {
        SystemTable databases = SystemTables.table("pg_database");
        int oid;
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "copied");
            transaction.commit(Durability.ASYNC);
        }
        try (Transaction transaction = begin()) {
            CatalogWriter writer = postgres.writer(transaction);
            oid = writer.newOid(databases);
            SystemRow row = writer.row(databases.oidIndex(), 5);
            writer.insert(databases, row.columns(Map.of("oid", oid, "datname", "other")));
            store.createStorage(transaction, oid, 5);
            assertNull(store.database("other"));
            transaction.commit(Durability.ASYNC);
        }
        DatabaseCatalog other = store.database("other");
        assertEquals("other", other.view().databaseName());
        assertNotEquals(0, other.view().namespace("copied"));
        assertEquals("pg_class", other.view().table(1259).name());
        try (Transaction transaction = begin()) {
            createNamespace(transaction, "mine");
            transaction.commit(Durability.ASYNC);
        }
        assertEquals(0, other.view().namespace("mine"));
        try (Transaction transaction = begin()) {
            CatalogWriter writer = other.writer(transaction);
            writer.insert(NAMESPACES, Map.of("oid", writer.newOid(NAMESPACES), "nspname", "theirs", "nspowner", 10));
            transaction.commit(Durability.ASYNC);
        }
        assertEquals(0, postgres.view().namespace("theirs"));
        assertNotEquals(0, other.view().namespace("theirs"));
        try (Transaction transaction = begin()) {
            CatalogWriter writer = postgres.writer(transaction);
            writer.delete(writer.row(databases.oidIndex(), oid));
            store.dropStorage(transaction, oid);
            transaction.commit(Durability.ASYNC);
        }
        assertNull(store.database("other"));
        assertNull(store.database(oid));
        try (Snapshot snapshot = rows.currentSnapshot()) {
            assertTrue(
                    StoredReader.of(snapshot, other.storage()).scan(NAMESPACES).isEmpty());
        }
    }

    @Test
    void allDatabasesHaveWhatCompletesTheTemplate(@TempDir Path other) {
        try (RowStore fresh = RowStore.open(other, RowStoreOptions.defaults().withMemoryBytes(64 << 20))) {
            CatalogStore catalogs = CatalogStore.open(fresh, catalog -> {
                try (Transaction transaction = fresh.begin(TransactionOptions.readCommitted(new LockSession(1)))) {
                    CatalogWriter writer = catalog.database("template1").writer(transaction);
                    writer.insert(
                            NAMESPACES, Map.of("oid", writer.newOid(NAMESPACES), "nspname", "added", "nspowner", 10));
                    transaction.commit(Durability.ASYNC);
                }
            });
            assertEquals(14_000, catalogs.database("postgres").view().namespace("added"));
            assertEquals(14_000, catalogs.database("template0").view().namespace("added"));
            CatalogStore.open(fresh, _ -> {
                throw new AssertionError("completed twice");
            });
        }
    }

    @Test
    void aViewCostsNextToNothing() {
        try (Transaction transaction = begin()) {
            for (int i = 0; i < 200_000; i++) {
                postgres.view(transaction);
            }
            long start = System.nanoTime();
            for (int i = 0; i < 200_000; i++) {
                postgres.view(transaction);
            }
            long nanos = (System.nanoTime() - start) / 200_000;
            assertTrue(nanos < 5_000, () -> nanos + " ns for a view");
        }
    }
}
