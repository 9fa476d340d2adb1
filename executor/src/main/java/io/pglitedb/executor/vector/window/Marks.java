package io.pglitedb.executor.vector.window;

/// What begins with a row.
final class Marks {
    static final byte NOTHING = 0;
    /// A group of peers.
    static final byte PEERS = 1;
    /// A partition, and so a group of peers.
    static final byte PARTITION = 2;

    private Marks() {}
}
