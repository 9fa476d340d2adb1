package io.pglitedb.rowstore.commit;

import io.pglitedb.rowstore.key.StoreKey;
import it.unimi.dsi.fastutil.ints.IntIterable;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/// Newest committed values of single keys, so that a point read of a hot row costs no call into RocksDB. Each key
/// has one slot, by its hash, and whatever is put there replaces the one before.
///
/// Invariants that make it exact for every snapshot, without locks:
/// - An entry of commit n holds what a reader at n saw or the commit n wrote; no later commit has touched its
///   key, or it would have replaced the entry. So every reader at a snapshot of n or later may use it.
/// - The commit thread replaces what a commit touches before the commit becomes visible, unconditionally. A
///   reader replaces only what it found, and only when that is not newer than its snapshot. So the commits in a
///   slot never descend, and a value that a reader got before a commit cannot come in after it.
/// - Commits that do not name their keys raise a floor: entries of earlier ones are void. Each relation and index
///   shares its floor with few others.
public final class RecordCache {
    /// What a snapshot holds.
    public interface Source {
        /// Null when the key is absent.
        byte[] read(byte[] key);
    }

    /// @param key null when the entry only marks that `commit` has touched the slot
    /// @param value null when the key is absent
    private record Entry(byte[] key, byte[] value, long commit) {
        /// Bytes on the heap, about.
        int weight() {
            return ENTRY_BYTES + (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        }
    }

    /// Three objects' headers, fields and padding.
    private static final int ENTRY_BYTES = 64;
    /// Larger values are not kept: their copy costs as much as the call.
    private static final int VALUE_BYTES_MAX = 1024;
    /// So that most keys have a slot of their own when the budget is used up by rows of usual size.
    private static final int BYTES_PER_SLOT = 64;
    private static final int FLOORS = 1 << 10;

    private final long budget;
    private final AtomicReferenceArray<Entry> slots;
    private final int mask;
    private final LongAdder weight = new LongAdder();
    private volatile long floor;
    private final AtomicLongArray floors = new AtomicLongArray(FLOORS);

    /// @param budget bytes of the Java heap
    public RecordCache(long budget) {
        this.budget = budget;
        int count = Integer.highestOneBit((int) Math.clamp(budget / BYTES_PER_SLOT, 16, 1 << 26));
        slots = new AtomicReferenceArray<>(count);
        mask = count - 1;
    }

    /// The value at the snapshot of commit `snapshot`, which `source` reads. Not to be changed; null when absent.
    public byte[] get(byte[] key, long snapshot, Source source) {
        int slot = hash(key, 0, key.length) & mask;
        Entry found = slots.getAcquire(slot);
        boolean usable = found == null || found.commit <= snapshot;
        if (found != null && usable && Arrays.equals(found.key, key) && found.commit >= floor(key)) {
            return found.value;
        }
        byte[] value = source.read(key);
        if (usable
                && value != null
                && value.length <= VALUE_BYTES_MAX) { // What is absent is asked for once, as a rule.
            put(slot, found, new Entry(key.clone(), value, snapshot));
        }
        return value;
    }

    private void put(int slot, Entry found, Entry entry) {
        int more = entry.weight() - (found == null ? 0 : found.weight());
        if ((more <= 0 || weight.sum() < budget) && slots.compareAndSet(slot, found, entry)) {
            weight.add(more);
        }
    }

    /// Commit thread, before the commit is visible: the key has this value from now on, null for none. The arrays
    /// are the cache's from now on.
    void changed(byte[] key, byte[] value, long commit) {
        boolean kept = value == null || value.length <= VALUE_BYTES_MAX;
        replace(hash(key, 0, key.length) & mask, kept ? new Entry(key, value, commit) : new Entry(null, null, commit));
    }

    /// Commit thread, before the commit is visible: keys with these hashes have changed.
    void changed(IntIterable hashes, long commit) {
        Entry mark = new Entry(null, null, commit);
        hashes.forEach(hash -> replace(hash & mask, mark));
    }

    /// Commit thread, before the commit is visible: it may have touched any key.
    void allChanged(long commit) {
        floor = commit;
    }

    /// Commit thread, before the commit is visible: everything of the relation or index with this key prefix is
    /// gone.
    void dropped(byte[] prefix, long commit) {
        floors.set(floorOf(prefix), commit);
    }

    private long floor(byte[] key) {
        return Math.max(floor, floors.get(floorOf(key)));
    }

    private static int floorOf(byte[] key) {
        return hash(key, 0, Math.min(key.length, StoreKey.PREFIX_LENGTH)) & FLOORS - 1;
    }

    private void replace(int slot, Entry entry) {
        Entry before = slots.getAndSet(slot, entry);
        weight.add(entry.weight() - (before == null ? 0 : before.weight()));
    }

    /// Folded: keys differ in their last bytes mostly.
    static int hash(byte[] keys, int offset, int length) {
        long hash = StoreKey.hash(keys, offset, length);
        return (int) (hash ^ hash >>> 32);
    }
}
