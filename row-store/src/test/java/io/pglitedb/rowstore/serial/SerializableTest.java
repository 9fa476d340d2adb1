package io.pglitedb.rowstore.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.error.PgException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SerializableTest {
    private static final int ROWS = 4;

    @TempDir
    Path directory;

    private RowStore store;
    private int table = 16384;

    @BeforeEach
    void open() {
        store = RowStore.open(directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// A transaction that notes which versions it saw.
    private final class Client {
        final Transaction transaction;
        /// Writer of the version seen, by rowid; 0 for an absent row.
        final Map<Long, Long> seen = new HashMap<>();
        final Set<Long> written = new HashSet<>();
        long id;

        Client(Isolation isolation, boolean readOnly) {
            transaction = store.begin(new TransactionOptions(isolation, readOnly, false, new LockSession(1)));
        }

        private long look(ReadView view, long rowid) {
            byte[] row = transaction.get(view, table, rowid);
            long writer = row == null ? 0 : RowHeader.transactionId(row, 0);
            if (!written.contains(rowid)) {
                seen.putIfAbsent(rowid, writer);
            }
            return writer;
        }

        long read(long rowid) {
            ReadView view = transaction.startStatement();
            if (transaction.serialReads() != null) {
                transaction.serialReads().row(table, rowid);
            }
            return look(view, rowid);
        }

        void scan() {
            ReadView view = transaction.startStatement();
            if (transaction.serialReads() != null) {
                transaction.serialReads().relation(table);
            }
            for (long rowid = 1; rowid <= ROWS; rowid++) {
                look(view, rowid);
            }
        }

        /// False when somebody else holds the row.
        boolean write(long rowid) {
            long writer = read(rowid);
            RowLockResult locked = transaction.lockRow(
                    transaction.view(), table, rowid, writer, RowLockMode.UPDATE, WaitPolicy.NOWAIT);
            if (locked instanceof RowLockResult.NotLocked) {
                return false;
            }
            transaction.putRow(table, rowid, new byte[0], 0, 0);
            written.add(rowid);
            id = transaction.id();
            return true;
        }

        void commit() {
            transaction.commit(Durability.ASYNC);
        }
    }

    private Client begin() {
        return new Client(Isolation.SERIALIZABLE, false);
    }

    /// The id of the transaction that writes them.
    private long commitRows(long... rowids) {
        Client client = new Client(Isolation.READ_COMMITTED, false);
        for (long rowid : rowids) {
            client.write(rowid);
        }
        client.commit();
        return client.id;
    }

    private static void assertFails(Runnable action) {
        assertEquals(
                "40001", assertThrows(PgException.class, action::run).state().code());
    }

    @Test
    void writeSkewIsRefused() {
        commitRows(1, 2);
        Client one = begin();
        Client two = begin();
        one.read(1);
        two.read(2);
        one.write(2);
        two.write(1);
        one.commit();
        assertFails(two::commit);
    }

    @Test
    void aRowThatWasNotThereYetCounts() {
        Client one = begin();
        Client two = begin();
        one.scan();
        two.scan();
        one.write(1);
        two.write(2);
        one.commit();
        assertFails(two::commit);
    }

    @Test
    void oneAfterTheOtherIsNoConflict() {
        commitRows(1, 2);
        for (int round = 0; round < 5; round++) {
            Client client = begin();
            client.scan();
            client.write(1 + round % 2);
            client.commit();
        }
    }

    @Test
    void aDeferrableOneWaitsForAQuietMoment() throws Exception {
        commitRows(1);
        Client writer = begin();
        writer.write(1);
        LockSession session = new LockSession(7);
        Transaction reader = store.begin(new TransactionOptions(Isolation.SERIALIZABLE, true, true, session));
        CompletableFuture<ReadView> started = CompletableFuture.supplyAsync(reader::startStatement);
        while (store.blockingProcessIds(session).isEmpty()) {
            Thread.onSpinWait();
        }
        assertFalse(started.isDone());
        writer.commit();
        started.get();
        reader.commit(Durability.ASYNC);
        assertEquals(List.of(), store.blockingProcessIds(session));
    }

    @Test
    void moreThanItRemembersStillCount() {
        commitRows(1, 2);
        Client early = begin();
        early.read(1);
        for (int round = 0; round < 2_500; round++) {
            Client other = begin();
            other.read(2);
            other.write(1 + 2 * (round % 2));
            other.commit();
        }
        // It has read 1 before the others wrote that; they have read 2 before it writes that.
        assertFails(() -> {
            early.write(2);
            early.commit();
        });
        early.transaction.close();
    }

    /// Random schedules: the committed ones can be put in an order. Under REPEATABLE READ some cannot: the test
    /// can fail.
    @Test
    void committedTransactionsHaveAnOrder() {
        long seed = System.nanoTime();
        int anomalies = 0;
        int committed = 0;
        for (int round = 0; round < 500; round++) {
            History history = run(Isolation.SERIALIZABLE, seed + round);
            assertFalse(history.hasCycle(), "seed " + (seed + round));
            committed += history.committed.size();
            anomalies += run(Isolation.REPEATABLE_READ, seed + round).hasCycle() ? 1 : 0;
        }
        assertTrue(anomalies > 0);
        assertTrue(committed > 500, committed + " committed");
    }

    /// @param versions of each row, by their writers in order; 0 for none
    private record History(List<Client> committed, Map<Long, List<Long>> versions) {
        /// Who must come after whom: writers after those who read or wrote the version before, readers after
        /// writers.
        boolean hasCycle() {
            Map<Long, Set<Long>> after = new HashMap<>();
            for (Client client : committed) {
                client.seen.forEach((rowid, version) -> {
                    add(after, version, client.id);
                    List<Long> writers = versions.getOrDefault(rowid, List.of());
                    int next = writers.indexOf(version) + 1;
                    if (next < writers.size()) {
                        add(after, client.id, writers.get(next));
                    }
                });
            }
            for (List<Long> writers : versions.values()) {
                for (int next = 1; next < writers.size(); next++) {
                    add(after, writers.get(next - 1), writers.get(next));
                }
            }
            Set<Long> done = new HashSet<>();
            return after.keySet().stream().anyMatch(start -> cycles(start, after, new HashSet<>(), done));
        }

        private static void add(Map<Long, Set<Long>> after, long first, long second) {
            if (first != second && first > 0) {
                after.computeIfAbsent(first, _ -> new HashSet<>()).add(second);
            }
        }

        private static boolean cycles(long at, Map<Long, Set<Long>> after, Set<Long> path, Set<Long> done) {
            if (done.contains(at)) {
                return false;
            }
            if (!path.add(at)) {
                return true;
            }
            for (long next : after.getOrDefault(at, Set.of())) {
                if (cycles(next, after, path, done)) {
                    return true;
                }
            }
            path.remove(at);
            done.add(at);
            return false;
        }
    }

    private History run(Isolation isolation, long seed) {
        Random random = new Random(seed);
        table++;
        long first = commitRows(1, 2);
        Map<Long, List<Long>> versions = new HashMap<>();
        for (long rowid = 1; rowid <= ROWS; rowid++) {
            versions.put(rowid, new ArrayList<>(List.of(rowid <= 2 ? first : 0)));
        }
        List<Client> running = new ArrayList<>();
        for (int each = 0; each < 5; each++) {
            Client client = new Client(isolation, false);
            client.id = Integer.MAX_VALUE + (long) each; // of one that never writes
            running.add(client);
        }
        List<Client> committed = new ArrayList<>();
        while (!running.isEmpty()) {
            Client client = running.get(random.nextInt(running.size()));
            boolean goesOn = true;
            try {
                long rowid = 1 + random.nextInt(ROWS);
                switch (random.nextInt(6)) {
                    case 0, 1 -> client.read(rowid);
                    case 2 -> client.scan();
                    case 3, 4 -> goesOn = client.write(rowid);
                    default -> {
                        client.commit();
                        goesOn = false;
                        committed.add(client);
                        client.written.forEach(row -> versions.get(row).add(client.id));
                    }
                }
            } catch (PgException error) {
                assertEquals("40001", error.state().code());
                goesOn = false;
            }
            if (!goesOn) {
                client.transaction.close();
                running.remove(client);
            }
        }
        return new History(committed, versions);
    }
}
