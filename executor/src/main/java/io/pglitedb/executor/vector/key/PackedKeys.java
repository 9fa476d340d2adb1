package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// Numbers of keys that are one integer, or two of 32 bits each, in a table with the keys themselves in its
/// slots. Open addressing, linear probing, at most half full.
final class PackedKeys implements IntegerPlaces {
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final IntegerKeys first;
    /// Null for keys of one column.
    private final IntegerKeys second;
    private long[] packed;
    /// Number + 1, 0 for an empty slot.
    private int[] numbers;

    private PackedKeys(IntegerKeys first, IntegerKeys second, long[] packed, int[] numbers) {
        this.first = first;
        this.second = second;
        this.packed = packed;
        this.numbers = numbers;
    }

    /// With the keys that the columns have; null for columns, or keys, of another kind.
    static PackedKeys of(KeyColumn[] columns) {
        if (columns.length == 0
                || columns.length > 2
                || !Arrays.stream(columns).allMatch(IntegerKeys.class::isInstance)) {
            return null;
        }
        IntegerKeys first = (IntegerKeys) columns[0];
        PackedKeys keys = new PackedKeys(
                first, columns.length == 2 ? (IntegerKeys) columns[1] : null, new long[128], new int[128]);
        return keys.enter() ? keys : null;
    }

    /// Puts the columns' keys into slots; false when there is a NULL among them.
    private boolean enter() {
        grow(first.size());
        for (int number = 0; number < first.size(); number++) {
            if (first.isNullKey(number)) {
                return false;
            }
            long key = first.key(number);
            int slot = slot(key);
            packed[slot] = key;
            numbers[slot] = number + 1;
        }
        return true;
    }

    @Override
    public IntegerPlaces reader(KeyColumn[] columns) {
        return new PackedKeys(
                (IntegerKeys) columns[0], second == null ? null : (IntegerKeys) columns[1], packed, numbers);
    }

    @Override
    public int size() {
        return first.size();
    }

    @Override
    public long bytes() {
        return (long) packed.length * (Long.BYTES + Integer.BYTES);
    }

    @Override
    public boolean reserve(Selection rows) {
        for (int index = 0; index < rows.count(); index++) {
            if (!fits(rows.row(index))) {
                return false;
            }
        }
        grow(first.size() + rows.count());
        return true;
    }

    private boolean fits(int row) {
        if (Nulls.isNull(first.nulls(), row)) {
            return false;
        }
        return second == null
                || !Nulls.isNull(second.nulls(), row)
                        && first.values()[row] == (int) first.values()[row]
                        && second.values()[row] == (int) second.values()[row];
    }

    private long key(int row) {
        long value = first.values()[row];
        return second == null ? value : value << Integer.SIZE | second.values()[row] & 0xffff_ffffL;
    }

    private void grow(int keys) {
        if (keys * 2L <= packed.length) {
            return;
        }
        long[] before = packed;
        int[] numbersBefore = numbers;
        packed = new long[Integer.highestOneBit(keys) * 4];
        numbers = new int[packed.length];
        for (int old = 0; old < before.length; old++) {
            if (numbersBefore[old] != 0) {
                int slot = slot(before[old]);
                packed[slot] = before[old];
                numbers[slot] = numbersBefore[old];
            }
        }
    }

    /// Where the key stands, or would.
    private int slot(long key) {
        int mask = packed.length - 1;
        long mixed = key * MIX;
        int slot = (int) (mixed ^ mixed >>> 32) & mask;
        while (numbers[slot] != 0 && packed[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    @Override
    public void add(Selection rows, int[] into) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            long key = key(row);
            int slot = slot(key);
            if (numbers[slot] == 0) {
                first.append(row);
                if (second != null) {
                    second.append(row);
                }
                packed[slot] = key;
                numbers[slot] = first.size();
            }
            into[row] = numbers[slot] - 1;
        }
    }

    @Override
    public void find(Selection rows, int[] into) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            into[row] = fits(row) ? numbers[slot(key(row))] - 1 : KeyTable.ABSENT;
        }
    }

    @Override
    public Selection select(Vector[] keys, Selection rows) {
        return null;
    }
}
