package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;

/// A write set laid over a snapshot's cursor: on equal keys the write wins, a delete hides the key. Writes of commands
/// later than `command` are passed over, so the write set may grow meanwhile.
final class MergedCursor implements KeyCursor {
    private final KeyCursor stored;
    private final WriteSet writes;
    private final byte[] low;
    private final byte[] high;
    private final int command;
    private final boolean forward;
    private boolean started;
    private boolean storedValid;
    private int node;
    private int version;
    private boolean onWrite;

    MergedCursor(KeyCursor stored, WriteSet writes, byte[] low, byte[] high, int command, Direction direction) {
        this.stored = stored;
        this.writes = writes;
        this.low = low;
        this.high = high;
        this.command = command;
        this.forward = direction == Direction.FORWARD;
    }

    @Override
    public boolean next() {
        if (!started) {
            started = true;
            storedValid = stored.next();
            settle(forward ? writes.ceiling(low) : writes.lower(high));
        } else if (onWrite) {
            stepWrites();
        } else {
            storedValid = storedValid && stored.next();
        }
        while (true) {
            if (node == 0) {
                onWrite = false;
                return storedValid;
            }
            int order = storedValid
                    ? writes.compare(node, stored.key(), stored.keyOffset(), stored.keyLength())
                    : forward ? -1 : 1;
            if (order == 0) {
                storedValid = stored.next();
            } else if (forward == order > 0) {
                onWrite = false;
                return true;
            }
            if (!writes.isDelete(version)) {
                onWrite = true;
                return true;
            }
            stepWrites();
        }
    }

    private void stepWrites() {
        settle(forward ? writes.next(node) : writes.lower(node));
    }

    /// Takes the first node from `candidate` on that is in the range and visible.
    private void settle(int candidate) {
        node = candidate;
        while (node != 0) {
            if (forward
                    ? writes.compare(node, high, 0, high.length) >= 0
                    : writes.compare(node, low, 0, low.length) < 0) {
                node = 0;
                return;
            }
            version = writes.version(node, command);
            if (version != 0) {
                return;
            }
            node = forward ? writes.next(node) : writes.lower(node);
        }
    }

    @Override
    public byte[] key() {
        return onWrite ? writes.keyBytes(node) : stored.key();
    }

    @Override
    public int keyOffset() {
        return onWrite ? writes.keyOffset(node) : stored.keyOffset();
    }

    @Override
    public int keyLength() {
        return onWrite ? writes.keyLength(node) : stored.keyLength();
    }

    @Override
    public byte[] value() {
        return onWrite ? writes.valueBytes(version) : stored.value();
    }

    @Override
    public int valueOffset() {
        return onWrite ? writes.valueOffset(version) : stored.valueOffset();
    }

    @Override
    public int valueLength() {
        return onWrite ? writes.valueLength(version) : stored.valueLength();
    }

    @Override
    public void close() {
        stored.close();
    }
}
