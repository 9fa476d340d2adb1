package io.pglitedb.columnstore.write;

import io.pglitedb.columnstore.encoding.BloomFilter;
import java.util.Arrays;

/// Numbers the different slices of one array in the order of their first appearance.
final class SliceTable {
    private final byte[] bytes;
    /// Code + 1 of the slice in each place; open addressing.
    private int[] slots = new int[2048];
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private long[] hashes = new long[1024];
    private int size;
    private long total;

    SliceTable(byte[] bytes) {
        this.bytes = bytes;
    }

    int size() {
        return size;
    }

    /// Of all different slices.
    long bytes() {
        return total;
    }

    int from(int code) {
        return from[code];
    }

    int to(int code) {
        return to[code];
    }

    int code(int start, int end) {
        long hash = BloomFilter.hash(bytes, start, end - start);
        int slot = (int) hash & slots.length - 1;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && Arrays.equals(bytes, start, end, bytes, from[code], to[code])) {
                return code;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return add(start, end, hash, slot);
    }

    private int add(int start, int end, long hash, int slot) {
        if (size == from.length) {
            grow();
            return code(start, end);
        }
        slots[slot] = size + 1;
        from[size] = start;
        to[size] = end;
        hashes[size] = hash;
        total += end - start;
        return size++;
    }

    private void grow() {
        int capacity = size * 2;
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        slots = new int[capacity * 2];
        for (int code = 0; code < size; code++) {
            int slot = (int) hashes[code] & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = code + 1;
        }
    }
}
