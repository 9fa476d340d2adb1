package io.pglitedb.rowstore.segment;

import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/// The rows of a segment's range that are deleted, or live on as hot rows, in one state: by their offset from the
/// range's first rowid. Every hot row within the range of a segment has a mark. Immutable.
public final class DeleteMarks {
    public static final DeleteMarks NONE = new DeleteMarks(new RoaringBitmap(), 0);

    private final RoaringBitmap offsets;
    private final int singles;

    /// Keeps the bitmap.
    ///
    /// @param singles how many of the marks are kept one by one
    public DeleteMarks(RoaringBitmap offsets, int singles) {
        this.offsets = offsets;
        this.singles = singles;
    }

    public int singles() {
        return singles;
    }

    public boolean isEmpty() {
        return offsets.isEmpty();
    }

    public int count() {
        return offsets.getCardinality();
    }

    /// Of those in [from, to).
    public int count(int from, int to) {
        return (int) offsets.rangeCardinality(from, to);
    }

    public boolean contains(int offset) {
        return offsets.contains(offset);
    }

    /// Whether any offset in [from, to) is marked.
    public boolean intersects(int from, int to) {
        return offsets.intersects(from, to);
    }

    /// The first mark at `from` or behind; -1 for none.
    public long next(int from) {
        return offsets.nextValue(from);
    }

    /// The last mark at `from` or before; -1 for none.
    public long previous(int from) {
        return offsets.previousValue(from);
    }

    public void forEach(IntConsumer consumer) {
        offsets.forEach((org.roaringbitmap.IntConsumer) consumer::accept);
    }
}
