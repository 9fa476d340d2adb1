package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.lock.LockMode;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.lock.LockTag;
import io.pglitedb.rowstore.lock.Scope;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RowStoreTest {
    private static final int TABLE = 16384;
    private static final int INDEX = 16385;
    private static final RowStoreOptions OPTIONS = RowStoreOptions.defaults()
            .withMemoryBytes(64 << 20)
            .withIngestKeys(2_000)
            .withDeadlockTimeoutMs(50);

    @TempDir
    Path directory;

    private RowStore store;
    private final AtomicInteger processIds = new AtomicInteger();

    @BeforeEach
    void open() {
        store = RowStore.open(directory, OPTIONS);
    }

    /// Fails when a snapshot, cursor or transaction is still open.
    @AfterEach
    void close() {
        store.close();
        store.close();
    }

    private Transaction begin(Isolation isolation) {
        return store.begin(
                new TransactionOptions(isolation, false, false, new LockSession(processIds.incrementAndGet())));
    }

    private Transaction begin() {
        return begin(Isolation.READ_COMMITTED);
    }

    private static void put(Transaction transaction, long rowid, String body) {
        byte[] bytes = body.getBytes();
        transaction.putRow(TABLE, rowid, bytes, 0, bytes.length);
    }

    private static String body(byte[] row) {
        return row == null ? null : new String(row, RowHeader.LENGTH, row.length - RowHeader.LENGTH);
    }

    private static String read(Transaction transaction, long rowid) {
        return body(transaction.get(transaction.startStatement(), TABLE, rowid));
    }

    private void commitRow(long rowid, String body) {
        try (Transaction transaction = begin()) {
            put(transaction, rowid, body);
            transaction.commit(Durability.SYNC);
        }
    }

    private static RowLockResult lock(Transaction transaction, ReadView view, long rowid, WaitPolicy policy) {
        long seen = RowHeader.transactionId(transaction.get(view, TABLE, rowid), 0);
        return transaction.lockRow(view, TABLE, rowid, seen, RowLockMode.NO_KEY_UPDATE, policy);
    }

    @Test
    void aStatementDoesNotSeeItsOwnWritesAndTheNextOneDoes() {
        try (Transaction transaction = begin()) {
            ReadView view = transaction.startStatement();
            try (RowCursor cursor = transaction.scanRows(view, TABLE, 0, Long.MAX_VALUE, Direction.FORWARD)) {
                put(transaction, 1, "a");
                assertTrue(!cursor.next());
            }
            assertNull(transaction.get(view, TABLE, 1));
            assertEquals("a", body(transaction.get(transaction.latestView(), TABLE, 1)));
            assertEquals("a", read(transaction, 1));
        }
        try (Transaction other = begin()) {
            assertNull(read(other, 1));
        }
    }

    @Test
    void readCommittedMovesOnAndRepeatableReadStays() {
        commitRow(1, "old");
        try (Transaction moving = begin();
                Transaction staying = begin(Isolation.REPEATABLE_READ)) {
            assertEquals("old", read(moving, 1));
            assertEquals("old", read(staying, 1));
            ReadView before = staying.view();
            commitRow(1, "new");
            assertEquals("new", read(moving, 1));
            assertEquals("old", read(staying, 1));
            RowLockResult.Changed changed =
                    assertInstanceOf(RowLockResult.Changed.class, lock(staying, before, 1, WaitPolicy.WAIT));
            assertEquals("new", body(changed.row()));
        }
    }

    @Test
    void aWaiterFindsTheNewVersionSoNoUpdateIsLost() throws Exception {
        commitRow(1, "0");
        try (Transaction first = begin();
                Transaction second = begin()) {
            ReadView view = second.startStatement();
            assertInstanceOf(RowLockResult.Unchanged.class, lock(first, first.startStatement(), 1, WaitPolicy.WAIT));
            put(first, 1, "1");
            assertInstanceOf(RowLockResult.NotLocked.class, lock(second, view, 1, WaitPolicy.SKIP));
            Future<RowLockResult> waiting = CompletableFuture.supplyAsync(
                    () -> lock(second, view, 1, WaitPolicy.WAIT), Thread::startVirtualThread);
            Thread.sleep(20);
            assertTrue(!waiting.isDone());
            first.commit(Durability.SYNC);
            RowLockResult.Changed changed =
                    assertInstanceOf(RowLockResult.Changed.class, waiting.get(5, TimeUnit.SECONDS));
            assertEquals("1", body(changed.row()));
        }
    }

    @Test
    void twoInsertersOfOneKeyMeet() throws Exception {
        byte[] key = {1, 2, 3};
        try (Transaction first = begin();
                Transaction second = begin()) {
            assertNull(first.lockUniqueKey(INDEX, key));
            first.putIndex(INDEX, key, new byte[] {7});
            Future<byte[]> waiting =
                    CompletableFuture.supplyAsync(() -> second.lockUniqueKey(INDEX, key), Thread::startVirtualThread);
            Thread.sleep(20);
            assertTrue(!waiting.isDone());
            first.commit(Durability.SYNC);
            assertEquals(7, waiting.get(5, TimeUnit.SECONDS)[0]);
        }
    }

    @RepeatedTest(20)
    void aDeadlockHasOneVictim() {
        commitRow(1, "a");
        commitRow(2, "b");
        try (Transaction first = begin();
                Transaction second = begin()) {
            lock(first, first.startStatement(), 1, WaitPolicy.WAIT);
            lock(second, second.startStatement(), 2, WaitPolicy.WAIT);
            List<PgException> victims = new ArrayList<>();
            CompletableFuture<Void> one = crossing(first, 2, victims);
            CompletableFuture<Void> two = crossing(second, 1, victims);
            CompletableFuture.allOf(one, two).join();
            assertEquals(1, victims.size());
            assertEquals(SqlState.T_R_DEADLOCK_DETECTED, victims.getFirst().state());
            assertEquals(2, victims.getFirst().report().detail().lines().count());
        }
    }

    private CompletableFuture<Void> crossing(Transaction transaction, long rowid, List<PgException> victims) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        lock(transaction, transaction.view(), rowid, WaitPolicy.WAIT);
                    } catch (PgException victim) {
                        synchronized (victims) {
                            victims.add(victim);
                        }
                        transaction.rollback();
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void rollingBackToASavepointReleasesItsLocksOnly() {
        commitRow(1, "a");
        commitRow(2, "b");
        try (Transaction transaction = begin();
                Transaction other = begin()) {
            lock(transaction, transaction.startStatement(), 1, WaitPolicy.WAIT);
            Savepoint savepoint = transaction.savepoint();
            lock(transaction, transaction.view(), 2, WaitPolicy.WAIT);
            transaction.rollbackTo(savepoint);
            ReadView view = other.startStatement();
            assertInstanceOf(RowLockResult.Unchanged.class, lock(other, view, 2, WaitPolicy.SKIP));
            assertInstanceOf(RowLockResult.NotLocked.class, lock(other, view, 1, WaitPolicy.SKIP));
        }
    }

    @Test
    void waitsEndByTimeoutAndByCancel() throws Exception {
        LockTag tag = new LockTag.Relation(5, 42);
        LockSession holder = new LockSession(1);
        LockSession waiter = new LockSession(2);
        store.locks().lock(holder, tag, LockMode.SHARE, Scope.SESSION);
        waiter.lockTimeoutMs(20);
        PgException late = assertThrows(
                PgException.class, () -> store.locks().lock(waiter, tag, LockMode.EXCLUSIVE, Scope.TRANSACTION));
        assertEquals(SqlState.LOCK_NOT_AVAILABLE, late.state());
        waiter.lockTimeoutMs(0);
        Future<?> waiting = CompletableFuture.runAsync(
                () -> store.locks().lock(waiter, tag, LockMode.EXCLUSIVE, Scope.TRANSACTION),
                Thread::startVirtualThread);
        while (store.locks().blockingProcessIds(waiter).isEmpty()) {
            Thread.sleep(1);
        }
        assertEquals(List.of(1), store.locks().blockingProcessIds(waiter));
        waiter.cancel();
        Exception cancelled = assertThrows(Exception.class, () -> waiting.get(5, TimeUnit.SECONDS));
        assertEquals(SqlState.QUERY_CANCELED, ((PgException) cancelled.getCause()).state());
        assertTrue(store.locks().unlock(holder, tag, LockMode.SHARE));
        assertTrue(store.locks().snapshot().isEmpty());
    }

    /// Random writes, deletes, savepoints and rollbacks against a map, over committed rows, both directions; then
    /// the same set committed (large ones by ingestion) and read back.
    @RepeatedTest(20)
    void mergesWritesOverTheSnapshotLikeAMap() {
        for (int rows : new int[] {40, 3_000}) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            TreeMap<Long, String> model;
            try (Transaction transaction = begin()) {
                model = contents(transaction, Direction.FORWARD);
                TreeMap<Long, String> marked = new TreeMap<>(model);
                Savepoint savepoint = transaction.savepoint();
                for (int step = 0; step < rows * 3; step++) {
                    long rowid = random.nextInt(rows);
                    switch (random.nextInt(rows < 100 ? 10 : 2_000)) {
                        case 0 -> {
                            transaction.rollbackTo(savepoint);
                            model = new TreeMap<>(marked);
                        }
                        case 1 -> {
                            savepoint = transaction.savepoint();
                            marked = new TreeMap<>(model);
                        }
                        case 2 -> transaction.nextCommand();
                        case 3 -> {
                            transaction.deleteRow(TABLE, rowid);
                            model.remove(rowid);
                        }
                        default -> {
                            put(transaction, rowid, "v" + step);
                            model.put(rowid, "v" + step);
                        }
                    }
                }
                assertEquals(model, contents(transaction, Direction.FORWARD), "seed " + seed);
                assertEquals(model, contents(transaction, Direction.BACKWARD), "seed " + seed);
                transaction.commit(Durability.ASYNC);
            }
            try (Transaction later = begin()) {
                assertEquals(model, contents(later, Direction.FORWARD), "seed " + seed);
            }
        }
    }

    private static TreeMap<Long, String> contents(Transaction transaction, Direction direction) {
        TreeMap<Long, String> rows = new TreeMap<>();
        long last = direction == Direction.FORWARD ? -1 : Long.MAX_VALUE;
        try (RowCursor cursor =
                transaction.scanRows(transaction.startStatement(), TABLE, 0, Long.MAX_VALUE, direction)) {
            while (cursor.next()) {
                assertTrue(direction == Direction.FORWARD ? cursor.rowid() > last : cursor.rowid() < last);
                last = cursor.rowid();
                rows.put(
                        last,
                        new String(
                                cursor.value(),
                                cursor.valueOffset() + RowHeader.LENGTH,
                                cursor.valueLength() - RowHeader.LENGTH));
            }
        }
        return rows;
    }

    @Test
    void manyVirtualThreadsCommitAndNothingIsLostOverAReopen() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> rowids = new ArrayList<>();
            for (int task = 0; task < 500; task++) {
                rowids.add(threads.submit(() -> {
                    long rowid = store.nextRowid(TABLE);
                    commitRow(rowid, "row " + rowid);
                    return rowid;
                }));
            }
            for (Future<Long> rowid : rowids) {
                rowid.get();
            }
        }
        int number = store.allocateNumber();
        int oid = store.allocateOid();
        long transactionId = store.nextTransactionId();
        store.writeCounter("sequence", 33);
        store.close();
        store = RowStore.open(directory, OPTIONS);
        try (Transaction transaction = begin()) {
            TreeMap<Long, String> rows = contents(transaction, Direction.FORWARD);
            assertEquals(500, rows.size());
            assertTrue(store.nextRowid(TABLE) > rows.lastKey());
        }
        assertTrue(store.allocateNumber() > number);
        assertTrue(store.allocateOid() > oid);
        assertTrue(store.nextTransactionId() >= transactionId);
        assertEquals(33, store.readCounter("sequence", 0));
    }

    @Test
    void droppedRowsGoAtCommitAndStayForOlderSnapshots() {
        commitRow(1, "a");
        try (Snapshot before = store.currentSnapshot();
                Transaction transaction = begin()) {
            transaction.dropRelationRows(TABLE);
            transaction.catalogChanged(5);
            transaction.commit(Durability.SYNC);
            assertEquals("a", body(before.get(TABLE, 1)));
            try (Snapshot after = store.currentSnapshot()) {
                assertNull(after.get(TABLE, 1));
                assertTrue(after.catalogVersion(5) > before.catalogVersion(5));
                assertEquals(before.catalogVersion(6), after.catalogVersion(6));
            }
        }
    }

    @Test
    void aSecondServerIsRefused() {
        PgException refused = assertThrows(PgException.class, () -> RowStore.open(directory, OPTIONS));
        assertEquals(SqlState.LOCK_FILE_EXISTS, refused.state());
    }
}
