package io.pglitedb.rowstore.serial;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The keys of one relation or index that a transaction has read or written: ranges [low, high) that do not
/// touch. Grows to everything when there are too many, so that it stays small.
final class Footprint {
    private static final int RANGES_MAX = 256;
    private static final byte[] FIRST = {};

    /// Greater than every key.
    private record End() {}

    private static final Object END = new End();

    /// By low; high is a `byte[]`, or END.
    private final TreeMap<byte[], Object> ranges = new TreeMap<>(Arrays::compareUnsigned);

    private boolean isCoarse;

    private static int compare(Object high, byte[] key) {
        return high instanceof byte[] bytes ? Arrays.compareUnsigned(bytes, key) : 1;
    }

    private static Object later(Object one, Object other) {
        return other instanceof byte[] bytes && compare(one, bytes) > 0 ? one : other;
    }

    /// Gives up the detail.
    private void addAll() {
        isCoarse = true;
        ranges.clear();
        ranges.put(FIRST, END);
    }

    /// @param low null for the first key
    /// @param high exclusive, null behind the last
    void add(byte[] low, byte[] high) {
        byte[] from = low == null ? FIRST : low;
        Object to = high == null ? END : high;
        Map.Entry<byte[], Object> before = ranges.floorEntry(from);
        if (before != null && compare(before.getValue(), from) >= 0) {
            from = before.getKey();
            to = later(before.getValue(), to);
        }
        Map.Entry<byte[], Object> inside;
        while ((inside = ranges.ceilingEntry(from)) != null && compare(to, inside.getKey()) >= 0) {
            to = later(to, inside.getValue());
            ranges.remove(inside.getKey());
        }
        ranges.put(from, to);
        if (ranges.size() > RANGES_MAX) {
            addAll();
        }
    }

    void add(Footprint other) {
        isCoarse |= other.isCoarse;
        other.ranges.forEach((low, high) -> add(low, high instanceof byte[] bytes ? bytes : null));
    }

    boolean intersects(byte[] low, byte[] high) {
        byte[] from = low == null ? FIRST : low;
        Map.Entry<byte[], Object> before = ranges.floorEntry(from);
        if (before != null && compare(before.getValue(), from) > 0) {
            return true;
        }
        byte[] next = ranges.ceilingKey(from);
        return next != null && (high == null || Arrays.compareUnsigned(next, high) < 0);
    }

    /// Whether all of [low, high) was added, and not only taken in for want of room.
    boolean surelyCovers(byte[] low, byte[] high) {
        Map.Entry<byte[], Object> before = ranges.floorEntry(low);
        return !isCoarse && before != null && compare(before.getValue(), high) >= 0;
    }
}
