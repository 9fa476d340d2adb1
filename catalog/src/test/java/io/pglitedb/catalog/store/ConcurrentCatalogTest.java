package io.pglitedb.catalog.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several sessions make, rename and drop schemas at random, with savepoints and rollbacks. A session always sees
/// its own schemas as its model says, and at the end everybody's view is what is stored.
@Timeout(120)
class ConcurrentCatalogTest {
    private static final SystemTable NAMESPACES = SystemTables.table("pg_namespace");
    private static final SystemIndex BY_NAME = SystemTables.index("pg_namespace_nspname_index");
    private static final int SESSIONS = 4;
    private static final int TRANSACTIONS = 150;
    private static final int NAMES = 6;
    private static final int ROUNDS = 1_000;

    @Test
    void viewsAreNeverStale(@TempDir Path directory) throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        try (RowStore rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
                ExecutorService threads = Executors.newFixedThreadPool(SESSIONS)) {
            DatabaseCatalog database = CatalogStore.open(rows).database("postgres");
            List<CompletableFuture<Void>> sessions = new ArrayList<>();
            for (int number = 0; number < SESSIONS; number++) {
                Session session = new Session(rows, database, number, new Random(seed + number));
                sessions.add(CompletableFuture.runAsync(session::run, threads));
            }
            for (CompletableFuture<Void> session : sessions) {
                session.get();
            }
            CatalogView view = database.view();
            try (Snapshot snapshot = rows.currentSnapshot()) {
                StoredReader reader = StoredReader.of(snapshot, database.storage());
                for (int number = 0; number < SESSIONS; number++) {
                    for (int name = 0; name < NAMES; name++) {
                        SystemRow row = reader.row(BY_NAME, name(number, name));
                        assertEquals(row == null ? 0 : row.oid("oid"), view.namespace(name(number, name)));
                    }
                }
            }
        }
    }

    /// Sessions that ask for the same names at the same time, each for the first time since the catalog changed.
    @Test
    void nobodyMissesWhatAnotherIsJustFinding(@TempDir Path directory) throws Exception {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "common" + i).toList();
        try (RowStore rows = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
                ExecutorService threads = Executors.newFixedThreadPool(SESSIONS)) {
            DatabaseCatalog database = CatalogStore.open(rows).database("postgres");
            make(rows, database, names);
            for (int round = 0; round < ROUNDS; round++) {
                make(rows, database, List.of("round" + round));
                CyclicBarrier start = new CyclicBarrier(SESSIONS);
                List<Future<List<String>>> missing = new ArrayList<>();
                for (int number = 0; number < SESSIONS; number++) {
                    missing.add(threads.submit(() -> {
                        start.await();
                        CatalogView view = database.view();
                        return names.stream()
                                .filter(name -> view.namespace(name) == 0)
                                .toList();
                    }));
                }
                for (Future<List<String>> session : missing) {
                    assertEquals(List.of(), session.get());
                }
            }
        }
    }

    private static void make(RowStore rows, DatabaseCatalog database, List<String> names) {
        try (Transaction transaction = rows.begin(TransactionOptions.readCommitted(new LockSession(SESSIONS + 1)))) {
            CatalogWriter writer = database.writer(transaction);
            for (String name : names) {
                writer.insert(NAMESPACES, Map.of("oid", writer.newOid(NAMESPACES), "nspname", name, "nspowner", 10));
            }
            transaction.commit(Durability.ASYNC);
        }
    }

    private static String name(int session, int name) {
        return "s" + session + "_" + name;
    }

    private static final class Session {
        private final RowStore rows;
        private final DatabaseCatalog database;
        private final int number;
        private final Random random;
        /// Committed OIDs by name.
        private Map<String, Integer> committed = new HashMap<>();

        Session(RowStore rows, DatabaseCatalog database, int number, Random random) {
            this.rows = rows;
            this.database = database;
            this.number = number;
            this.random = random;
        }

        void run() {
            LockSession locks = new LockSession(number + 1);
            for (int i = 0; i < TRANSACTIONS; i++) {
                try (Transaction transaction = rows.begin(TransactionOptions.readCommitted(locks))) {
                    Map<String, Integer> own = new HashMap<>(committed);
                    changeSome(transaction, own);
                    Savepoint savepoint = transaction.savepoint();
                    Map<String, Integer> before = new HashMap<>(own);
                    changeSome(transaction, own);
                    if (random.nextBoolean()) {
                        transaction.rollbackTo(savepoint);
                        own = before;
                        check(database.view(transaction), own);
                        changeSome(transaction, own);
                    }
                    if (random.nextInt(4) == 0) {
                        transaction.rollback();
                    } else {
                        transaction.commit(Durability.ASYNC);
                        committed = own;
                    }
                }
                check(database.view(), committed);
            }
        }

        private void changeSome(Transaction transaction, Map<String, Integer> own) {
            for (int change = random.nextInt(3); change > 0; change--) {
                CatalogWriter writer = database.writer(transaction);
                String name = name(number, random.nextInt(NAMES));
                String other = name(number, random.nextInt(NAMES));
                SystemRow row = writer.row(BY_NAME, name);
                if (row == null) {
                    int oid = writer.newOid(NAMESPACES);
                    writer.insert(NAMESPACES, Map.of("oid", oid, "nspname", name, "nspowner", 10));
                    own.put(name, oid);
                } else if (own.containsKey(other)) {
                    writer.delete(row);
                    own.remove(name);
                } else {
                    writer.update(row, Map.of("nspname", other));
                    own.put(other, own.remove(name));
                }
                check(database.view(transaction), own);
            }
        }

        private void check(CatalogView view, Map<String, Integer> expected) {
            for (int name = 0; name < NAMES; name++) {
                assertEquals(expected.getOrDefault(name(number, name), 0), view.namespace(name(number, name)));
            }
        }
    }
}
