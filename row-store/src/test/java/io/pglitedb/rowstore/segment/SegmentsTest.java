package io.pglitedb.rowstore.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Savepoint;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.lock.LockSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
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
    private static final int SEGMENT = 30_000;
    private static final byte[] DESCRIPTOR = {1, 2, 3};

    @TempDir
    Path directory;

    private RowStore store;
    private int processId;

    @BeforeEach
    void open() {
        store = RowStore.open(
                directory, RowStoreOptions.defaults().withMemoryBytes(64 << 20).withIngestKeys(5_000));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Transaction begin() {
        return store.begin(
                new TransactionOptions(Isolation.READ_COMMITTED, false, false, new LockSession(++processId)));
    }

    private void commit(Consumer<Transaction> work) {
        try (Transaction transaction = begin()) {
            work.accept(transaction);
            transaction.commit(Durability.ASYNC);
        }
    }

    private static List<Integer> marked(DeleteMarks marks) {
        List<Integer> positions = new ArrayList<>();
        marks.forEach(positions::add);
        return positions;
    }

    @Test
    void rangesAreFound() {
        commit(transaction -> {
            SegmentWrites writes = transaction.segmentWrites();
            writes.putSegment(TABLE, 500, 900, SEGMENT + 1, DESCRIPTOR);
            writes.putSegment(TABLE, 1, 100, SEGMENT, DESCRIPTOR);
            writes.putSegment(TABLE + 1, 1, 7, SEGMENT + 2, new byte[0]);
        });
        try (Snapshot snapshot = store.currentSnapshot()) {
            Manifest manifest = snapshot.segments().manifest(TABLE);
            assertEquals(2, manifest.entries().size());
            assertEquals(SEGMENT, manifest.find(1).segmentNumber());
            assertEquals(SEGMENT, manifest.find(100).segmentNumber());
            assertNull(manifest.find(101));
            assertNull(manifest.find(0));
            assertNull(manifest.find(901));
            assertEquals(SEGMENT + 1, manifest.find(700).segmentNumber());
            assertArrayEquals(DESCRIPTOR, manifest.find(700).descriptor());
            assertTrue(manifest.find(700).transactionId() > 0);
            assertEquals(1, manifest.overlapping(101, 501).size());
            assertEquals(0, manifest.overlapping(101, 500).size());
            assertEquals(2, manifest.overlapping(0, Long.MAX_VALUE).size());
            assertTrue(snapshot.segments().manifest(TABLE + 2).isEmpty());
            assertSame(manifest, snapshot.segments().manifest(TABLE));
        }
    }

    @Test
    void olderSnapshotsKeepWhatTheySaw() {
        commit(transaction -> transaction.segmentWrites().putSegment(TABLE, 1, 9, SEGMENT, DESCRIPTOR));
        try (Snapshot before = store.currentSnapshot()) {
            assertEquals(1, before.segments().manifest(TABLE).entries().size());
            commit(transaction -> {
                transaction.segmentWrites().putSegment(TABLE, 10, 19, SEGMENT + 1, DESCRIPTOR);
                transaction.segmentWrites().markDeleted(SEGMENT, 4);
            });
            try (Snapshot after = store.currentSnapshot()) {
                for (int round = 0; round < 2; round++) {
                    assertEquals(2, after.segments().manifest(TABLE).entries().size());
                    assertEquals(1, before.segments().manifest(TABLE).entries().size());
                    assertTrue(after.segments().isDeleted(SEGMENT, 4));
                    assertFalse(before.segments().isDeleted(SEGMENT, 4));
                    assertEquals(List.of(4), marked(after.segments().deleteMarks(SEGMENT)));
                    assertEquals(List.of(), marked(before.segments().deleteMarks(SEGMENT)));
                }
            }
        }
    }

    @Test
    void aTransactionSeesItsOwnChangesAndTakesThemBack() {
        commit(transaction -> transaction.segmentWrites().putSegment(TABLE, 1, 9, SEGMENT, DESCRIPTOR));
        try (Transaction transaction = begin()) {
            transaction.startStatement();
            ManifestEntry entry =
                    transaction.segments(transaction.view()).manifest(TABLE).find(1);
            Savepoint savepoint = transaction.savepoint();
            transaction.segmentWrites().removeSegment(TABLE, entry);
            transaction.segmentWrites().putSegment(TABLE, 20, 29, SEGMENT + 1, DESCRIPTOR);
            transaction.segmentWrites().markDeleted(SEGMENT + 1, 3);
            assertEquals(
                    SEGMENT,
                    transaction
                            .segments(transaction.view())
                            .manifest(TABLE)
                            .find(1)
                            .segmentNumber());
            transaction.startStatement();
            SegmentReads own = transaction.segments(transaction.view());
            assertNull(own.manifest(TABLE).find(1));
            assertEquals(SEGMENT + 1, own.manifest(TABLE).find(25).segmentNumber());
            assertTrue(own.isDeleted(SEGMENT + 1, 3));
            assertEquals(List.of(3), marked(own.deleteMarks(SEGMENT + 1)));
            transaction.rollbackTo(savepoint);
            transaction.startStatement();
            SegmentReads back = transaction.segments(transaction.view());
            assertEquals(1, back.manifest(TABLE).entries().size());
            assertFalse(back.isDeleted(SEGMENT + 1, 3));
            assertTrue(back.deleteMarks(SEGMENT + 1).isEmpty());
        }
    }

    @Test
    void foldedMarksAreTheSameMarks() {
        Random random = new Random(9);
        Set<Integer> expected = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            int count = round == 3 ? 6_000 : 300; // 6,000 keys are ingested as files
            commit(transaction -> {
                for (int index = 0; index < count; index++) {
                    int position = random.nextInt(1 << 20);
                    expected.add(position);
                    transaction.segmentWrites().markDeleted(SEGMENT, position);
                }
            });
            if (round % 2 == 1) {
                try (Transaction folding = begin()) {
                    folding.startStatement();
                    int late = random.nextInt(1 << 20);
                    expected.add(late);
                    commit(other -> other.segmentWrites().markDeleted(SEGMENT, late));
                    folding.segmentWrites().foldDeleteMarks(SEGMENT);
                    folding.commit(Durability.ASYNC);
                }
            }
            checkMarks(expected, random);
        }
        store.close();
        open();
        checkMarks(expected, random);
    }

    private void checkMarks(Set<Integer> expected, Random random) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            for (int index = 0; index < 200; index++) {
                int position = random.nextInt(1 << 20);
                assertEquals(expected.contains(position), snapshot.segments().isDeleted(SEGMENT, position));
            }
            DeleteMarks marks = snapshot.segments().deleteMarks(SEGMENT);
            assertEquals(expected, new HashSet<>(marked(marks)));
            assertEquals(expected.size(), marks.count());
            for (int position : expected) {
                assertTrue(marks.contains(position));
                assertTrue(snapshot.segments().isDeleted(SEGMENT, position));
                assertTrue(marks.intersects(position, position + 1));
            }
        }
    }

    @Test
    void droppedRelationsLeaveNothing() {
        commit(transaction -> {
            transaction.segmentWrites().putSegment(TABLE, 1, 9, SEGMENT, DESCRIPTOR);
            transaction.segmentWrites().markDeleted(SEGMENT, 1);
        });
        commit(transaction -> transaction.dropRelationRows(TABLE));
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertTrue(snapshot.segments().manifest(TABLE).isEmpty());
            assertTrue(snapshot.segments().deleteMarks(SEGMENT).isEmpty());
            assertFalse(snapshot.segments().isDeleted(SEGMENT, 1));
        }
    }

    @Test
    void removedSegmentsLoseTheirMarks() {
        commit(transaction -> {
            transaction.segmentWrites().putSegment(TABLE, 1, 9, SEGMENT, DESCRIPTOR);
            transaction.segmentWrites().markDeleted(SEGMENT, 1);
        });
        commit(transaction -> {
            ManifestEntry entry = transaction
                    .segments(transaction.startStatement())
                    .manifest(TABLE)
                    .find(5);
            transaction.segmentWrites().removeSegment(TABLE, entry);
        });
        try (Snapshot snapshot = store.currentSnapshot()) {
            assertTrue(snapshot.segments().manifest(TABLE).isEmpty());
            assertTrue(snapshot.segments().deleteMarks(SEGMENT).isEmpty());
        }
    }
}
