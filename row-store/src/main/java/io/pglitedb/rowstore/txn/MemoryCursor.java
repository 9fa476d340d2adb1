package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;

/// Writes of a range of a write set. Those of commands later than `command` are passed over, so the write set may
/// grow meanwhile.
final class MemoryCursor implements WriteCursor {
    private final WriteSet writes;
    private final byte[] low;
    private final byte[] high;
    private final int command;
    private final boolean forward;
    private boolean started;
    private int node;
    private int version;

    MemoryCursor(WriteSet writes, byte[] low, byte[] high, int command, Direction direction) {
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
            node = forward ? writes.ceiling(low) : writes.lower(high);
        } else {
            step();
        }
        while (node != 0) {
            if (forward
                    ? writes.compare(node, high, 0, high.length) >= 0
                    : writes.compare(node, low, 0, low.length) < 0) {
                node = 0;
                return false;
            }
            version = writes.version(node, command);
            if (version != 0) {
                return true;
            }
            step();
        }
        return false;
    }

    private void step() {
        if (node != 0) {
            node = forward ? writes.next(node) : writes.lower(node);
        }
    }

    @Override
    public boolean isDelete() {
        return writes.isDelete(version);
    }

    @Override
    public byte[] key() {
        return writes.keyBytes(node);
    }

    @Override
    public int keyOffset() {
        return writes.keyOffset(node);
    }

    @Override
    public int keyLength() {
        return writes.keyLength(node);
    }

    @Override
    public byte[] value() {
        return writes.valueBytes(version);
    }

    @Override
    public int valueOffset() {
        return writes.valueOffset(version);
    }

    @Override
    public int valueLength() {
        return writes.valueLength(version);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
