package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.Cancellation;
import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.concurrent.locks.LockSupport;

/// Why the running statement is to end, if it is. Set from any thread, asked for by the session's.
public final class Interrupts implements Cancellation {
    /// In order of weight: a later one takes the place of an earlier one.
    public enum Reason {
        CANCEL,
        STATEMENT_TIMEOUT,
        TERMINATION
    }

    private final LockSession locks;
    private volatile Reason reason;
    private volatile boolean running;
    private volatile Thread thread;

    Interrupts(LockSession locks) {
        this.locks = locks;
    }

    /// A message of the client begins to be answered: what came between statements is void, but not a
    /// termination.
    void begin() {
        thread = Thread.currentThread();
        if (reason != Reason.TERMINATION) {
            reason = null;
            locks.clearCancel();
        }
        running = true;
    }

    void end() {
        running = false;
    }

    /// Ends the running statement, or a wait of it; no effect when none runs, except for a termination.
    public void interrupt(Reason why) {
        if (!running && why != Reason.TERMINATION) {
            return;
        }
        Reason already = reason;
        if (already == null || already.compareTo(why) < 0) {
            reason = why;
        }
        locks.cancel();
        LockSupport.unpark(thread);
    }

    @Override
    public void check() {
        Reason why = reason;
        if (why != null) {
            throw error(why);
        }
    }

    private static PgException error(Reason why) {
        return switch (why) {
            case CANCEL -> new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
            case STATEMENT_TIMEOUT ->
                new PgException(SqlState.QUERY_CANCELED, "canceling statement due to statement timeout");
            case TERMINATION ->
                PgException.fatal(SqlState.ADMIN_SHUTDOWN, "terminating connection due to administrator command");
        };
    }

    /// The error that a statement ended with: a wait for a lock knows no more than that it was cancelled.
    PgException explain(PgException error) {
        Reason why = reason;
        return error.state() == SqlState.QUERY_CANCELED && why != null && why != Reason.CANCEL ? error(why) : error;
    }

    /// Waits that many nanoseconds; ends with the statement.
    public void sleep(long nanos) {
        long end = System.nanoTime() + nanos;
        check();
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            check();
        }
    }
}
