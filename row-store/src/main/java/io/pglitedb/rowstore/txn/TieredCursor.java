package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.ColdRows;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.ManifestEntry;
import java.util.ArrayDeque;
import java.util.Deque;

/// Rows of a relation in the order of rowids, from segments and from beside them.
/// ```
///   rowids   | hot rows  | segment + hot rows with marks | segment | hot rows …
/// ```
/// Where a segment has no marks there are no hot rows, and none are looked for: below lies what a swap has
/// deleted, which is slow to walk over.
final class TieredCursor implements KeyCursor {
    /// So many marked rows are got one by one; more of them by a cursor from the first to the last.
    private static final int SINGLE_MARKS_MAX = 256;

    /// @param segment null for a range without
    private record Piece(ManifestEntry segment, long from, long to) {}

    private final StoreSnapshot snapshot;
    private final SnapshotSegments segments;
    private final ColdRows coldRows;
    private final int relation;
    private final Direction direction;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    private KeyCursor current = NoKeys.INSTANCE;
    private boolean closed;

    TieredCursor(
            StoreSnapshot snapshot,
            SnapshotSegments segments,
            ColdRows coldRows,
            int relation,
            long from,
            long to,
            Direction direction) {
        this.segments = segments;
        this.coldRows = coldRows;
        this.relation = relation;
        this.direction = direction;
        long next = from;
        for (ManifestEntry entry : segments.manifest(relation).overlapping(from, to)) {
            if (next < entry.firstRowid()) {
                add(new Piece(null, next, entry.firstRowid()));
            }
            next = Math.min(to, entry.lastRowid() + 1);
            add(new Piece(entry, Math.max(from, entry.firstRowid()), next));
        }
        if (next < to) {
            add(new Piece(null, next, to));
        }
        this.snapshot = snapshot.retain(); // Last: nothing that may fail comes behind.
    }

    private void add(Piece piece) {
        if (direction == Direction.FORWARD) {
            pieces.addLast(piece);
        } else {
            pieces.addFirst(piece);
        }
    }

    @Override
    public boolean next() {
        while (!current.next()) {
            current.close();
            current = NoKeys.INSTANCE;
            if (pieces.isEmpty()) {
                return false;
            }
            current = open(pieces.pollFirst());
        }
        return true;
    }

    private KeyCursor open(Piece piece) {
        if (piece.segment == null) {
            return stored(piece.from, piece.to);
        }
        ManifestEntry entry = piece.segment;
        DeleteMarks marks = segments.deleteMarks(entry.segmentNumber());
        KeyCursor cold = new ColdCursor(relation, coldRows.scan(entry, marks, piece.from, piece.to, direction));
        int from = entry.offset(piece.from);
        int to = entry.offset(piece.to - 1) + 1;
        if (!marks.intersects(from, to)) {
            return cold;
        }
        if (marks.count(from, to) <= SINGLE_MARKS_MAX) {
            return new MergedCursor(
                    cold, new MarkedCursor(snapshot, relation, entry, marks, from, to, direction), direction);
        }
        long first = entry.firstRowid() + marks.next(from);
        long last = entry.firstRowid() + marks.previous(to - 1);
        KeyCursor hot;
        try {
            hot = stored(first, last + 1);
        } catch (RuntimeException failure) {
            cold.close();
            throw failure;
        }
        return new MergedCursor(cold, new StoredWrites(hot), direction);
    }

    private KeyCursor stored(long from, long to) {
        return snapshot.storedCursor(StoreKey.row(relation, from), StoreKey.row(relation, to), direction);
    }

    @Override
    public byte[] key() {
        return current.key();
    }

    @Override
    public int keyOffset() {
        return current.keyOffset();
    }

    @Override
    public int keyLength() {
        return current.keyLength();
    }

    @Override
    public byte[] value() {
        return current.value();
    }

    @Override
    public int valueOffset() {
        return current.valueOffset();
    }

    @Override
    public int valueLength() {
        return current.valueLength();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            current.close();
            snapshot.close();
        }
    }
}
