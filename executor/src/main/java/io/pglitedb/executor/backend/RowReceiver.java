package io.pglitedb.executor.backend;

/// Where rows go.
@FunctionalInterface
public interface RowReceiver {
    /// For commands that return none.
    RowReceiver NONE = row -> {
        throw new IllegalStateException("a row of a command without rows");
    };

    /// @param row carriers, one a column; the array is the sender's again after the call
    void row(Object[] row);
}
