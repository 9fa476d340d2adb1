package io.pglitedb.rowstore.txn;

import io.pglitedb.types.bytes.ByteWriter;

/// A write set as a run has it: each key once with all its versions.
final class VersionsCursor implements KeyCursor {
    private final WriteSet writes;
    private final ByteWriter versions = new ByteWriter(256);
    private boolean started;
    private int node;

    VersionsCursor(WriteSet writes) {
        this.writes = writes;
    }

    @Override
    public boolean next() {
        do {
            node = started ? writes.next(node) : writes.ceiling(null);
            started = true;
            versions.clear();
            if (node == 0) {
                return false;
            }
            writes.putVersions(node, versions);
        } while (versions.size() == 0);
        return true;
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
        return versions.array();
    }

    @Override
    public int valueLength() {
        return versions.size();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
