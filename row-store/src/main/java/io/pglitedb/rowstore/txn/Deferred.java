package io.pglitedb.rowstore.txn;

/// What a transaction does at its end, or takes back when the savepoint around it is rolled back.
sealed interface Deferred {
    record BeforeCommit(Runnable action) implements Deferred {}

    record AfterCommit(Runnable action) implements Deferred {}

    record AfterRollback(Runnable action) implements Deferred {}

    /// A relation, index, manifest or segment whose keys go at commit.
    record Drop(byte space, int number) implements Deferred {}

    /// A range of rowids is kept for a segment.
    record Claim(int segmentNumber) implements Deferred {}

    /// A segment was made.
    record MakeSegment() implements Deferred {}
}
