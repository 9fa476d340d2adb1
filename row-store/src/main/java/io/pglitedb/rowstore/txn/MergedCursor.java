package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Direction;
import java.util.Arrays;

/// Writes laid over what is below them: on equal keys the write wins, a delete hides the key.
final class MergedCursor implements KeyCursor {
    private final KeyCursor below;
    private final WriteCursor writes;
    private final boolean forward;
    private boolean started;
    private boolean belowValid;
    private boolean writeValid;
    private boolean onWrite;

    MergedCursor(KeyCursor below, WriteCursor writes, Direction direction) {
        this.below = below;
        this.writes = writes;
        this.forward = direction == Direction.FORWARD;
    }

    @Override
    public boolean next() {
        if (!started) {
            started = true;
            belowValid = below.next();
            writeValid = writes.next();
        } else if (onWrite) {
            writeValid = writes.next();
        } else {
            belowValid = belowValid && below.next();
        }
        while (writeValid) {
            int order = belowValid ? compare() : forward ? -1 : 1;
            if (order == 0) {
                belowValid = below.next();
            } else if (forward == order > 0) {
                onWrite = false;
                return true;
            }
            if (!writes.isDelete()) {
                onWrite = true;
                return true;
            }
            writeValid = writes.next();
        }
        onWrite = false;
        return belowValid;
    }

    private int compare() {
        int write = writes.keyOffset();
        int other = below.keyOffset();
        return Arrays.compareUnsigned(
                writes.key(), write, write + writes.keyLength(), below.key(), other, other + below.keyLength());
    }

    private KeyCursor current() {
        return onWrite ? writes : below;
    }

    @Override
    public byte[] key() {
        return current().key();
    }

    @Override
    public int keyOffset() {
        return current().keyOffset();
    }

    @Override
    public int keyLength() {
        return current().keyLength();
    }

    @Override
    public byte[] value() {
        return current().value();
    }

    @Override
    public int valueOffset() {
        return current().valueOffset();
    }

    @Override
    public int valueLength() {
        return current().valueLength();
    }

    @Override
    public void close() {
        try {
            writes.close();
        } finally {
            below.close();
        }
    }
}
