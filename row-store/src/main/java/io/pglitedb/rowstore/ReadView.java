package io.pglitedb.rowstore;

/// What a statement sees: a snapshot, and of its own transaction's writes those of commands up to and including
/// `command`; -1 sees none. A statement whose own writes carry number n reads with n - 1, so it never meets a row that
/// it wrote itself (the Halloween problem). Does not own the snapshot: valid until the transaction's next statement
/// unless the holder retains it.
public record ReadView(Snapshot snapshot, int command) {}
