package io.pglitedb.rowstore.lock;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// One who takes locks: a client session or a background worker. It takes and releases from one thread at a time;
/// `cancel` may come from any.
public final class LockSession {
    private static final int COMPACT_AT = 100_000;

    private final int processId;
    private volatile long lockTimeoutMs;
    private volatile long deadlockTimeoutMs;
    private volatile long transactionId;
    private volatile boolean cancelled;
    private volatile LockRequest waiting;

    /// Transaction-scoped holds in the order taken: what rolling back to a savepoint releases.
    private final List<LockHold> journal = new ArrayList<>();

    /// Lines that came before the first one there is.
    private long journalStart;
    /// The first lines, which stayed when the journal was made compact.
    private int keptLines;
    /// Null unless the transaction holds very many locks.
    private CompactHolds compactHolds;
    /// Whether a mark was given: locks behind it may be given up before the end.
    private boolean marked;

    public LockSession(int processId) {
        this.processId = processId;
    }

    public int processId() {
        return processId;
    }

    /// `lock_timeout`; 0 waits for ever.
    public void lockTimeoutMs(long milliseconds) {
        lockTimeoutMs = milliseconds;
    }

    public long lockTimeoutMs() {
        return lockTimeoutMs;
    }

    /// `deadlock_timeout`; 0 takes the store's.
    public void deadlockTimeoutMs(long milliseconds) {
        deadlockTimeoutMs = milliseconds;
    }

    long deadlockTimeoutMs() {
        return deadlockTimeoutMs;
    }

    /// Id of the running transaction, 0 when it has none yet: for messages and `pg_locks`.
    public long transactionId() {
        return transactionId;
    }

    public void transactionId(long id) {
        transactionId = id;
    }

    /// Ends a wait, now or the next one, with 57014.
    public void cancel() {
        cancelled = true;
        LockRequest request = waiting;
        if (request != null) {
            request.wake();
        }
    }

    /// To be called when a statement starts: a cancel that came between statements is void.
    public void clearCancel() {
        cancelled = false;
    }

    /// Ends a wait of whatever kind with 57014.
    public void throwIfCancelled() {
        if (takeCancel()) {
            throw new PgException(SqlState.QUERY_CANCELED, "canceling statement due to user request");
        }
    }

    private boolean takeCancel() {
        boolean was = cancelled;
        cancelled = false;
        return was;
    }

    public boolean isWaiting() {
        return waiting != null;
    }

    LockRequest waiting() {
        return waiting;
    }

    void waiting(LockRequest request) {
        waiting = request;
    }

    List<LockHold> journal() {
        return journal;
    }

    /// Mark for `LockManager.releaseAfter`.
    public long journalMark() {
        marked = true;
        return journalStart + journal.size();
    }

    /// The first line behind a mark, of those that may be released before the end.
    int journalIndex(long mark) {
        return mark == 0 ? 0 : (int) Math.max(mark - journalStart, keptLines);
    }

    CompactHolds compactHolds() {
        return compactHolds;
    }

    /// Where locks go at once that are not to be known one by one; null for the journal.
    CompactHolds compactHoldsForNew() {
        return marked ? null : compactHolds;
    }

    void compactHolds(CompactHolds holds) {
        compactHolds = holds;
    }

    /// Length of the journal at which it is to be made compact.
    int compactAt() {
        return keptLines + COMPACT_AT;
    }

    /// All other lines have become compact: marks that were given stay behind those that remain.
    void keepInJournal(List<LockHold> kept) {
        journalStart += journal.size() - kept.size();
        keptLines = kept.size();
        journal.clear();
        journal.addAll(kept);
    }

    /// The transaction has ended; gives what is to be given up with it, or null.
    CompactHolds forgetJournal() {
        CompactHolds holds = compactHolds;
        compactHolds = null;
        marked = false;
        journalStart = 0;
        keptLines = 0;
        return holds;
    }
}
