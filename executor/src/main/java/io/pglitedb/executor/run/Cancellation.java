package io.pglitedb.executor.run;

/// Asks whether the running statement is to end.
public interface Cancellation {
    Cancellation NEVER = () -> {};

    /// Throws 57014 once the client has cancelled or statement_timeout has passed, 57P01 when the server ends.
    /// Cheap enough
    /// to be asked for each row.
    void check();
}
