package io.pglitedb.executor.statistics;

/// Rows of one table that one transaction has written so far. Used by the transaction's thread.
public final class ChangeTally {
    long inserted;
    long updated;
    long deleted;
    private boolean closed;

    public void countInsert() {
        inserted++;
    }

    public void countUpdate() {
        updated++;
    }

    public void countDelete() {
        deleted++;
    }

    long growth() {
        return inserted - deleted;
    }

    /// Whether the part of the transaction that it counts has ended; further changes go to another tally.
    public boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }
}
