package io.pglitedb.rowstore.lock;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The locks of rows and keys that a transaction with very many of them holds, as Bloom filters: two bytes a lock
/// instead of a hundred, and once in two thousand times somebody waits for the transaction without need. They are
/// given up all together, at its end.
///
/// Written by the session's thread under the mutex of each lock's partition, and so seen by whoever asks under
/// it.
final class CompactHolds {
    private static final int CHUNK_LOCKS = 1 << 20;
    private static final int CHUNK_WORDS = CHUNK_LOCKS * 16 / Long.SIZE;
    private static final int PROBES = 8;

    final LockSession session;
    private final Map<LockMode, Filter> filters = new EnumMap<>(LockMode.class);

    CompactHolds(LockSession session) {
        this.session = session;
        for (LockMode mode : LockMode.values()) {
            filters.put(mode, new Filter());
        }
    }

    static boolean canHold(LockTag tag) {
        return tag instanceof LockTag.Row || tag instanceof LockTag.Key;
    }

    void add(LockTag tag, LockMode mode) {
        filters.get(mode).add(hash(tag));
    }

    /// Not again what it may have already: whoever asks is told so of both.
    void addOnce(LockTag tag, LockMode mode) {
        Filter filter = filters.get(mode);
        long hash = hash(tag);
        if (!filter.mayContain(hash)) {
            filter.add(hash);
        }
    }

    boolean mayConflict(LockTag tag, LockMode wanted) {
        long hash = hash(tag);
        for (Map.Entry<LockMode, Filter> held : filters.entrySet()) {
            if (held.getKey().conflictsWith(wanted) && held.getValue().mayContain(hash)) {
                return true;
            }
        }
        return false;
    }

    private static long hash(LockTag tag) {
        return switch (tag) {
            case LockTag.Row(int relation, long rowid) -> mix(mix(rowid) ^ relation);
            case LockTag.Key(int index, long keyHash) -> mix(mix(keyHash) ^ ~index);
            default -> throw new IllegalArgumentException("not a row or key: " + tag);
        };
    }

    /// The finalizer of MurmurHash3.
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /// Chunks of a fixed size, filled one after the other.
    private static final class Filter {
        private volatile long[][] chunks = {};
        private int inLast = CHUNK_LOCKS;

        void add(long hash) {
            if (inLast == CHUNK_LOCKS) {
                long[][] more = Arrays.copyOf(chunks, chunks.length + 1);
                more[chunks.length] = new long[CHUNK_WORDS];
                chunks = more;
                inLast = 0;
            }
            inLast++;
            long[] words = chunks[chunks.length - 1];
            for (int probe = 0; probe < PROBES; probe++) {
                int bit = bit(hash, probe);
                words[bit >>> 6] |= 1L << bit;
            }
        }

        boolean mayContain(long hash) {
            for (long[] words : chunks) {
                if (hasAll(words, hash)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean hasAll(long[] words, long hash) {
            for (int probe = 0; probe < PROBES; probe++) {
                int bit = bit(hash, probe);
                if ((words[bit >>> 6] & 1L << bit) == 0) {
                    return false;
                }
            }
            return true;
        }

        private static int bit(long hash, int probe) {
            int low = (int) hash;
            int step = (int) (hash >>> 32) | 1;
            return low + probe * step & CHUNK_WORDS * Long.SIZE - 1;
        }
    }
}
