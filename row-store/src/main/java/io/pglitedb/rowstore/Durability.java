package io.pglitedb.rowstore;

/// Whether `commit` waits for the disk: `synchronous_commit` on or off.
public enum Durability {
    SYNC,
    ASYNC
}
