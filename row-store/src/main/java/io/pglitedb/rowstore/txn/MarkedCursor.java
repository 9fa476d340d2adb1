package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.ManifestEntry;

/// Hot rows in the place of a segment's, asked for one by one: those with marks.
final class MarkedCursor implements WriteCursor {
    private final StoreSnapshot snapshot;
    private final int relation;
    private final ManifestEntry entry;
    private final DeleteMarks marks;
    private final int from;
    private final int to;
    private final boolean forward;
    private byte[] key;
    private byte[] value;
    /// Of the mark last looked at; before the first one, or behind the last one, at the beginning.
    private long offset;

    MarkedCursor(
            StoreSnapshot snapshot,
            int relation,
            ManifestEntry entry,
            DeleteMarks marks,
            int from,
            int to,
            Direction direction) {
        this.snapshot = snapshot;
        this.relation = relation;
        this.entry = entry;
        this.marks = marks;
        this.from = from;
        this.to = to;
        this.forward = direction == Direction.FORWARD;
        this.offset = forward ? from - 1L : to;
    }

    @Override
    public boolean next() {
        while (step()) {
            key = StoreKey.row(relation, entry.firstRowid() + offset);
            value = snapshot.get(key);
            if (value != null) {
                return true;
            }
        }
        return false;
    }

    private boolean step() {
        if (forward) {
            offset = offset + 1 >= to ? -1 : marks.next((int) (offset + 1));
            if (offset < 0 || offset >= to) {
                offset = to;
                return false;
            }
        } else {
            offset = offset <= from ? -1 : marks.previous((int) (offset - 1));
            if (offset < from) {
                offset = from;
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isDelete() {
        return false;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public byte[] value() {
        return value;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
