package io.pglitedb.types.vector;

/// Some rows of a batch.
///
/// @param rows ascending, `count` or more; Java null for the first `count` rows
public record Selection(int[] rows, int count) {
    public static Selection first(int count) {
        return new Selection(null, count);
    }

    /// Whether it is the first `count` rows without a gap.
    public boolean dense() {
        return rows == null;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// The row that stands at that place, `0 <= index < count`.
    public int row(int index) {
        return rows == null ? index : rows[index];
    }

    /// The rows selected that are not NULL.
    public Selection without(long[] nulls) {
        return nulls == null ? this : filter(nulls, 0);
    }

    /// The rows selected that are NULL.
    public Selection only(long[] nulls) {
        return nulls == null ? new Selection(null, 0) : filter(nulls, 1);
    }

    private Selection filter(long[] nulls, long bit) {
        int[] kept = new int[count];
        int size = 0;
        for (int index = 0; index < count; index++) {
            int row = row(index);
            kept[size] = row;
            size += (nulls[row >> 6] >>> row & 1) == bit ? 1 : 0;
        }
        return size == count ? this : new Selection(kept, size);
    }

    /// The rows of this selection that `other`, a part of it, does not have.
    public Selection minus(Selection other) {
        int[] kept = new int[count - other.count];
        int size = 0;
        int next = 0;
        for (int index = 0; index < count; index++) {
            int row = row(index);
            if (next < other.count && other.row(next) == row) {
                next++;
            } else {
                kept[size++] = row;
            }
        }
        return new Selection(kept, size);
    }

    /// The rows at the places `from` to before `to`.
    public Selection slice(int from, int to) {
        if (from == 0) {
            return new Selection(rows, to);
        }
        int[] kept = new int[to - from];
        for (int index = from; index < to; index++) {
            kept[index - from] = row(index);
        }
        return new Selection(kept, kept.length);
    }

    /// All rows of either; the two have none in common.
    public Selection plus(Selection other) {
        int[] all = new int[count + other.count];
        int left = 0;
        int right = 0;
        for (int index = 0; index < all.length; index++) {
            boolean fromLeft = right == other.count || left < count && row(left) < other.row(right);
            all[index] = fromLeft ? row(left++) : other.row(right++);
        }
        return new Selection(all, all.length);
    }
}
