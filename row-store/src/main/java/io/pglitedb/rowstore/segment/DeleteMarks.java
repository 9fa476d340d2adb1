package io.pglitedb.rowstore.segment;

import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/// The rows of a segment's range that are deleted, or live on as hot rows, in one state: by their offset from the
/// range's first rowid. Every hot row within the range of a segment has a mark. Immutable.
public final class DeleteMarks {
    public static final DeleteMarks NONE = new DeleteMarks(new RoaringBitmap());

    private final RoaringBitmap offsets;

    /// Keeps the bitmap.
    public DeleteMarks(RoaringBitmap offsets) {
        this.offsets = offsets;
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
