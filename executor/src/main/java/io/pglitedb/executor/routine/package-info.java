/// Functions and procedures written in SQL; start at `SqlRoutines`.
///
/// ```
///   FunctionBinder ──find──▶ SqlRoutines ──one a call site──▶ SqlRoutine ──▶ BodyStatement …
/// ```
/// A body runs in the caller's transaction. Each statement of a volatile function sees what was written before
/// it, one of a stable function reads what its caller reads.
package io.pglitedb.executor.routine;
