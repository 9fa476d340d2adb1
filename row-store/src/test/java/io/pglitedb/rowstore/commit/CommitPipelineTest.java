package io.pglitedb.rowstore.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.txn.WriteVisitor;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roaringbitmap.RoaringBitmap;

/// What becomes of commits that the log or the publisher refuses.
@Timeout(30)
class CommitPipelineTest {
    private final FaultyLog log = new FaultyLog();
    private final List<Long> published = new ArrayList<>();
    private RuntimeException publishFailure;
    private final CommitPipeline pipeline = new CommitPipeline(
            log, new RowChanges(), new RecordCache(0), new SegmentLedger(new NoSegments()), this::publish, 5, 1);

    private record NoSegments() implements SegmentStorage {
        @Override
        public Map<Integer, Manifest> manifests() {
            return Map.of();
        }

        @Override
        public byte[] read(byte[] key) {
            return null;
        }

        @Override
        public byte[] foldedMarks(int segmentNumber, RoaringBitmap more) {
            return new byte[0];
        }

        @Override
        public long latestSequence() {
            return 1;
        }
    }

    private static final class FaultyLog implements CommitLog {
        private volatile RuntimeException refusal;
        private volatile RuntimeException appendRefusal;
        private volatile int applied;
        private volatile int synced;

        private void check() {
            if (refusal != null) {
                throw refusal;
            }
        }

        @Override
        public List<Path> writeSorted(Consumer<WriteVisitor> writes) {
            return List.of();
        }

        @Override
        public void append(byte[] batch, boolean sync) {
            check();
            if (appendRefusal != null) {
                throw appendRefusal;
            }
            applied++;
        }

        @Override
        public void ingest(List<Path> sortedFiles) {
            check();
            applied++;
        }

        @Override
        public void sync() {
            check();
            synced++;
        }
    }

    private void publish(List<CommitRequest> group, long commitSequence) {
        if (publishFailure != null) {
            throw publishFailure;
        }
        published.add(commitSequence);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    private void commit(Durability durability, List<Path> files) {
        BatchEncoder batch = new BatchEncoder();
        batch.deleteAll(StoreKey.ROW, 7);
        pipeline.commit(new CommitRequest(
                7, batch, new CommitRequest.Files(files, null, true), List.of(), Set.of(), durability, false));
    }

    private PgException refused() {
        return assertThrows(PgException.class, () -> commit(Durability.SYNC, List.of()));
    }

    @Test
    void aFullDiskFailsCommitsWhileItIsFull() {
        log.refusal = new PgException(SqlState.DISK_FULL, "full").hint("make room");
        PgException first = refused();
        assertEquals(SqlState.DISK_FULL, first.state());
        assertEquals(Severity.ERROR, first.report().severity());
        assertEquals("make room", first.report().hint());
        assertNotSame(first, refused());
        log.refusal = null;
        commit(Durability.SYNC, List.of());
        assertEquals(List.of(2L), published);
        assertEquals(1, log.applied);
    }

    @Test
    void anythingElseThatTheLogRefusesIsAPanic() {
        log.refusal = new PgException(SqlState.IO_ERROR, "gone");
        PgException failure = refused();
        assertEquals(Severity.PANIC, failure.report().severity());
        assertEquals(SqlState.IO_ERROR, failure.state());
    }

    @Test
    void whatWasCommittedButNotPublishedStopsAllCommits() {
        publishFailure = new IllegalStateException("our bug");
        assertEquals(Severity.PANIC, refused().report().severity());
        publishFailure = null;
        assertEquals(Severity.PANIC, refused().report().severity());
        assertEquals(1, log.applied);
    }

    @Test
    void garbageThatStaysDoesNotUndoAnIngestion() {
        log.appendRefusal = new PgException(SqlState.DISK_FULL, "full");
        commit(Durability.SYNC, List.of(Path.of("1.sst")));
        assertEquals(List.of(2L), published);
    }

    @Test
    void asynchronousCommitsAreSyncedOnceThereIsRoom() throws InterruptedException {
        commit(Durability.ASYNC, List.of());
        log.refusal = new PgException(SqlState.DISK_FULL, "full");
        Thread.sleep(30);
        log.refusal = null;
        while (log.synced == 0) {
            Thread.sleep(1);
        }
        commit(Durability.SYNC, List.of());
    }
}
