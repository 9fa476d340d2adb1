package io.pglitedb.rowstore.segment;

import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/// The positions of a segment whose rows are deleted, or live on as hot rows, in one state. Immutable.
public final class DeleteMarks {
    public static final DeleteMarks NONE = new DeleteMarks(new RoaringBitmap());

    private final RoaringBitmap positions;

    /// Keeps the bitmap.
    public DeleteMarks(RoaringBitmap positions) {
        this.positions = positions;
    }

    public boolean isEmpty() {
        return positions.isEmpty();
    }

    public int count() {
        return positions.getCardinality();
    }

    public boolean contains(int position) {
        return positions.contains(position);
    }

    /// Whether any position in [from, to) is marked.
    public boolean intersects(int from, int to) {
        return positions.intersects(from, to);
    }

    public void forEach(IntConsumer consumer) {
        positions.forEach((org.roaringbitmap.IntConsumer) consumer::accept);
    }

    /// A copy of the positions, to be worked with.
    public RoaringBitmap toBitmap() {
        return positions.clone();
    }

    public DeleteMarks with(DeleteMarks others) {
        return others.isEmpty() ? this : new DeleteMarks(RoaringBitmap.or(positions, others.positions));
    }
}
