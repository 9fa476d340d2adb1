/// Functions and procedures written in SQL; start at `SqlRoutines`.
///
/// ```
///   FunctionBinder ──find──▶ SqlRoutines ──one a call site──▶ SqlRoutine ──▶ BodyStatement …
/// ```
/// A body runs in the caller's transaction. Each statement of a volatile function is one of its own: it sees what
/// was written, and in READ COMMITTED what others have committed, before it. One of a stable function reads what
/// its caller reads.
package io.pglitedb.executor.routine;
