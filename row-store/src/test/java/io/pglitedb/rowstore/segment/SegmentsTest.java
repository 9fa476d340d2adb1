package io.pglitedb.rowstore.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SegmentsTest {
    private static final int TABLE = 20_000;
    private static final byte[] BODY = {7, 8, 9};

    @TempDir
    Path directory;

    private final MemorySegments segments = new MemorySegments();
    private RowStore store;
    private int processId;

    @BeforeEach
    void open() {
        store = RowStore.open(
                directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20).withIngestKeys(500), segments);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Transaction begin(Isolation isolation) {
        return store.begin(new TransactionOptions(isolation, false, false, new LockSession(++processId)));
    }

    private void commit(Consumer<Transaction> work) {
        try (Transaction transaction = begin(Isolation.READ_COMMITTED)) {
            work.accept(transaction);
            transaction.commit(Durability.ASYNC);
        }
    }

    private void insert(int table, long first, long last) {
        commit(transaction -> {
            for (long rowid = first; rowid <= last; rowid++) {
                transaction.putRow(table, rowid, BODY, 0, BODY.length);
            }
        });
    }

    private Manifest manifest() {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return snapshot.segments().manifest(TABLE);
        }
    }

    private int marks(long rowid) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return snapshot.segments()
                    .deleteMarks(manifest().find(rowid).segmentNumber())
                    .count();
        }
    }

    @Test
    void rangesAreFound() {
        insert(TABLE, 1, 900);
        assertTrue(segments.convert(store, TABLE, 500, 900));
        assertTrue(segments.convert(store, TABLE, 1, 100));
        Manifest manifest = manifest();
        assertEquals(2, manifest.entries().size());
        assertEquals(1, manifest.find(1).firstRowid());
        assertEquals(100, manifest.find(100).lastRowid());
        assertNull(manifest.find(101));
        assertNull(manifest.find(0));
        assertNull(manifest.find(901));
        assertEquals(1, manifest.overlapping(101, 501).size());
        assertEquals(0, manifest.overlapping(101, 500).size());
        assertEquals(2, manifest.overlapping(0, Long.MAX_VALUE).size());
        assertSame(manifest, manifest());
        store.close();
        open();
        assertEquals(2, manifest().entries().size());
        assertEquals(2, store.segmentWrites().segmentNumbers().size());
    }

    @Test
    void rowsWrittenDuringAConversionStayHot() {
        insert(TABLE, 1, 100);
        MemorySegments.Conversion conversion = segments.begin(store, TABLE, 1, 100);
        try (Transaction inFlight = begin(Isolation.READ_COMMITTED)) {
            inFlight.putRow(TABLE, 5, BODY, 0, BODY.length);
            commit(transaction -> {
                transaction.putRow(TABLE, 6, BODY, 0, 1);
                transaction.deleteRow(TABLE, 7);
            });
            assertTrue(segments.finish(store, conversion));
            assertEquals(2, marks(1));
            inFlight.commit(Durability.ASYNC);
        }
        assertEquals(3, marks(1));
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertEquals(RowHeader.LENGTH + 1, snapshot.get(TABLE, 6).length);
            assertNull(snapshot.get(TABLE, 7));
            assertNotNull(snapshot.get(TABLE, 8));
        }
    }

    @Test
    void aSwapIsNoChangeOfARow() {
        insert(TABLE, 1, 100);
        try (Transaction transaction = begin(Isolation.REPEATABLE_READ)) {
            transaction.startStatement();
            byte[] seen = transaction.get(transaction.view(), TABLE, 9);
            assertTrue(segments.convert(store, TABLE, 1, 100));
            assertSame(
                    RowLockResult.Unchanged.INSTANCE,
                    transaction.lockRow(
                            transaction.view(),
                            TABLE,
                            9,
                            RowHeader.transactionId(seen, 0),
                            RowLockMode.UPDATE,
                            WaitPolicy.WAIT));
        }
    }

    @Test
    void refusesWhatHasChangedTooMuch() {
        insert(TABLE, 1, 10_000);
        MemorySegments.Conversion busy = segments.begin(store, TABLE, 1, 10_000);
        insert(TABLE, 1, 400);
        insert(TABLE, 401, 800);
        insert(TABLE, 1_001, 2_500);
        assertFalse(segments.finish(store, busy));
        MemorySegments.Conversion late = segments.begin(store, TABLE, 1, 10_000);
        assertTrue(segments.convert(store, TABLE, 1, 10_000));
        assertFalse(segments.finish(store, late));
        MemorySegments.Conversion gone = segments.begin(store, TABLE, 1, 10_000);
        commit(transaction -> transaction.dropRelationRows(TABLE));
        assertFalse(segments.finish(store, gone));
        assertTrue(manifest().isEmpty());
    }

    @Test
    void largeTransactionsMarkWhatTheyWrite() {
        insert(TABLE, 1, 2_000);
        assertTrue(segments.convert(store, TABLE, 1, 2_000));
        commit(transaction -> transaction.deleteRow(TABLE, 3));
        commit(transaction -> {
            for (long rowid = 1; rowid <= 1_000; rowid++) {
                if (rowid % 2 == 0) {
                    transaction.deleteRow(TABLE, rowid);
                } else {
                    transaction.putRow(TABLE, rowid, BODY, 0, 1);
                }
            }
        });
        assertEquals(1_000, marks(1));
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertNull(snapshot.get(TABLE, 1_000));
            assertNotNull(snapshot.get(TABLE, 1_001));
            assertEquals(RowHeader.LENGTH + 1, snapshot.get(TABLE, 3).length);
        }
    }

    @Test
    void filesGoWhenNoSnapshotNamesThem() {
        insert(TABLE, 1, 100);
        assertTrue(segments.convert(store, TABLE, 1, 100));
        int first = manifest().find(1).segmentNumber();
        try (Snapshot old = store.currentSnapshot()) {
            assertTrue(segments.convert(store, TABLE, 1, 100));
            assertEquals(
                    Set.of(manifest().find(1).segmentNumber()),
                    store.segmentWrites().segmentNumbers());
            assertEquals(List.of(), store.segmentWrites().takeRemoved());
            assertEquals(first, old.segments().manifest(TABLE).find(1).segmentNumber());
            assertNotNull(old.get(TABLE, 4));
        }
        assertEquals(List.of(first), store.segmentWrites().takeRemoved());
        assertEquals(List.of(), store.segmentWrites().takeRemoved());
    }

    @Test
    void reclaimsOnceNobodyLooks() {
        insert(TABLE, 1, 100);
        MemorySegments.Conversion conversion = segments.begin(store, TABLE, 1, 100);
        try (Snapshot old = store.currentSnapshot()) {
            assertTrue(segments.finish(store, conversion));
            assertFalse(store.segmentWrites()
                    .reclaim(TABLE, 1, 100, conversion.swap().doneAt()));
            assertNotNull(old.get(TABLE, 4));
        }
        assertTrue(
                store.segmentWrites().reclaim(TABLE, 1, 100, conversion.swap().doneAt()));
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertNotNull(snapshot.get(TABLE, 4));
        }
    }

    @Test
    void droppedRelationsLeaveNothing() {
        insert(TABLE, 1, 100);
        assertTrue(segments.convert(store, TABLE, 1, 100));
        commit(transaction -> transaction.deleteRow(TABLE, 4));
        int segment = manifest().find(1).segmentNumber();
        commit(transaction -> transaction.dropRelationRows(TABLE));
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertTrue(snapshot.segments().manifest(TABLE).isEmpty());
            assertTrue(snapshot.segments().deleteMarks(segment).isEmpty());
            assertNull(snapshot.get(TABLE, 5));
        }
        assertEquals(List.of(segment), store.segmentWrites().takeRemoved());
    }
}
