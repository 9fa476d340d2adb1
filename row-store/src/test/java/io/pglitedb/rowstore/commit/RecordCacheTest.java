package io.pglitedb.rowstore.commit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import it.unimi.dsi.fastutil.ints.IntList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecordCacheTest {
    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    @Test
    void aReadValueIsKeptForLaterSnapshots() {
        RecordCache cache = new RecordCache(1 << 20);
        AtomicInteger reads = new AtomicInteger();
        RecordCache.Source source = _ -> {
            reads.incrementAndGet();
            return bytes(7);
        };
        assertArrayEquals(bytes(7), cache.get(bytes(1), 5, source));
        assertArrayEquals(bytes(7), cache.get(bytes(1), 5, source));
        assertArrayEquals(bytes(7), cache.get(bytes(1), 9, source));
        assertEquals(1, reads.get());
    }

    @Test
    void anOlderSnapshotReadsForItselfAndKeepsNothing() {
        RecordCache cache = new RecordCache(1 << 20);
        cache.changed(bytes(1), bytes(10), 6);
        assertArrayEquals(bytes(9), cache.get(bytes(1), 5, _ -> bytes(9)));
        assertArrayEquals(bytes(10), cache.get(bytes(1), 6, _ -> bytes(-1)));
    }

    @Test
    void aDeletedKeyIsKept() {
        RecordCache cache = new RecordCache(1 << 20);
        cache.changed(bytes(1), null, 6);
        assertNull(cache.get(bytes(1), 6, _ -> bytes(-1)));
    }

    @Test
    void aLargeCommitForgetsByHashOrAltogether() {
        RecordCache cache = new RecordCache(1 << 20);
        cache.changed(bytes(1), bytes(10), 6);
        cache.changed(IntList.of(RecordCache.hash(bytes(1), 0, 4)), 7);
        assertArrayEquals(bytes(11), cache.get(bytes(1), 7, _ -> bytes(11)));
        cache.allChanged(8);
        assertArrayEquals(bytes(12), cache.get(bytes(1), 8, _ -> bytes(12)));
        assertArrayEquals(bytes(12), cache.get(bytes(1), 8, _ -> bytes(-1)));
    }

    /// A key's value is the number of the commit that wrote it last. Keys share few slots, so that they push each
    /// other out.
    @Test
    void everySnapshotSeesItsOwnValues() throws Exception {
        int keys = 64;
        int commits = 100_000;
        RecordCache cache = new RecordCache(1);
        int[][] history = new int[keys][commits + 1];
        AtomicLong visible = new AtomicLong();
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            List<Future<Long>> reads = new ArrayList<>();
            Callable<Long> reader = () -> {
                long count = 0;
                while (visible.get() < commits) {
                    int snapshot = (int) visible.get();
                    for (int repeat = 0; repeat < 8; repeat++) {
                        int key = ThreadLocalRandom.current().nextInt(keys);
                        byte[] value = cache.get(bytes(key), snapshot, asked -> {
                            int found = history[ByteBuffer.wrap(asked).getInt()][snapshot];
                            return found == 0 ? null : bytes(found);
                        });
                        int expected = history[key][snapshot];
                        assertEquals(
                                expected,
                                value == null ? 0 : ByteBuffer.wrap(value).getInt());
                        count++;
                    }
                }
                return count;
            };
            for (int index = 0; index < 3; index++) {
                reads.add(readers.submit(reader));
            }
            for (int commit = 1; commit <= commits; commit++) {
                int changed = ThreadLocalRandom.current().nextInt(keys);
                for (int key = 0; key < keys; key++) {
                    history[key][commit] = key == changed ? commit : history[key][commit - 1];
                }
                if (commit % 100 == 0) {
                    cache.allChanged(commit);
                } else if (commit % 10 == 0) {
                    cache.changed(IntList.of(RecordCache.hash(bytes(changed), 0, 4)), commit);
                } else {
                    cache.changed(bytes(changed), bytes(commit), commit);
                }
                visible.set(commit);
            }
            for (Future<Long> read : reads) {
                assertTrue(read.get() > 0);
            }
        }
    }
}
