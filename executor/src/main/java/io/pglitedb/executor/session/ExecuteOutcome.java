package io.pglitedb.executor.session;

/// How running a portal ended; errors are thrown instead.
public enum ExecuteOutcome {
    /// The command ended; the session has sent its tag (or the empty-query answer).
    COMPLETE,
    /// The row limit was reached and the portal may have more; no tag was sent.
    SUSPENDED
}
