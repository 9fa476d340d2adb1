package io.pglitedb.rowstore.lock;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// All heavy locks of the server, in memory. Waiting is first come first served, except that a session which
/// holds something on the lock already goes ahead. Waiters park, so they may be virtual threads.
///
/// Invariant: a hold and its `LockSession.journal` line (transaction scope) come and go together, on the
/// session's thread.
public final class LockManager {
    private static final int PARTITIONS = 64;

    private static final class Partition {
        final ReentrantLock mutex = new ReentrantLock();
        final Map<LockTag, Lock> locks = new HashMap<>();
    }

    private final Partition[] partitions = new Partition[PARTITIONS];
    /// Of transactions with very many locks; usually none.
    private volatile List<CompactHolds> compacted = List.of();
    private final long deadlockTimeoutNanos;

    public LockManager(int deadlockTimeoutMs) {
        this.deadlockTimeoutNanos = TimeUnit.MILLISECONDS.toNanos(deadlockTimeoutMs);
        for (int index = 0; index < PARTITIONS; index++) {
            partitions[index] = new Partition();
        }
    }

    private Partition partitionOf(LockTag tag) {
        int hash = tag.hashCode() * 0x9E3779B9;
        return partitions[hash >>> 26];
    }

    /// Waits until the lock is granted. 40P01 for the victim of a deadlock, 55P03 after `lock_timeout`, 57014
    /// when cancelled.
    public void lock(LockSession session, LockTag tag, LockMode mode, Scope scope) {
        acquire(session, tag, mode, scope, true);
    }

    /// False when the lock cannot be had at once.
    public boolean tryLock(LockSession session, LockTag tag, LockMode mode, Scope scope) {
        return acquire(session, tag, mode, scope, false);
    }

    /// Waits for the end of a transaction.
    public void awaitTransaction(LockSession session, long transactionId) {
        LockTag tag = new LockTag.TransactionId(transactionId);
        lock(session, tag, LockMode.SHARE, Scope.SESSION);
        unlock(session, tag, LockMode.SHARE);
    }

    private boolean acquire(LockSession session, LockTag tag, LockMode mode, Scope scope, boolean wait) {
        Attempt attempt = attempt(session, tag, mode, scope, wait);
        while (attempt instanceof Attempt.HeldCompactly(LockSession holder)) {
            if (!wait) {
                return false;
            }
            awaitEnd(session, holder);
            attempt = attempt(session, tag, mode, scope, true);
        }
        if (attempt instanceof Attempt.Queued(LockRequest request, boolean crosswise)) {
            await(session, request, partitionOf(tag), crosswise);
            LockSession holder = compactHolder(session, tag, mode);
            while (holder != null) {
                awaitEnd(session, holder);
                holder = compactHolder(session, tag, mode);
            }
        }
        if (session.journal().size() >= session.compactAt()) {
            compact(session);
        }
        return !(attempt instanceof Attempt.Refused);
    }

    private sealed interface Attempt {
        record Granted() implements Attempt {
            static final Granted INSTANCE = new Granted();
        }

        record Refused() implements Attempt {}

        /// @param crosswise whether that makes a deadlock
        record Queued(LockRequest request, boolean crosswise) implements Attempt {}

        record HeldCompactly(LockSession holder) implements Attempt {}
    }

    private Attempt attempt(LockSession session, LockTag tag, LockMode mode, Scope scope, boolean wait) {
        Partition partition = partitionOf(tag);
        partition.mutex.lock();
        try {
            LockSession holder = compactHolder(session, tag, mode);
            if (holder != null) {
                return new Attempt.HeldCompactly(holder);
            }
            if (scope == Scope.TRANSACTION && holdCompactly(session, tag, mode, partition)) {
                return Attempt.Granted.INSTANCE;
            }
            Lock lock = partition.locks.computeIfAbsent(tag, Lock::new);
            LockHold held = lock.holdOf(session, mode);
            int place = lock.placeFor(session);
            if (held != null || (!lock.heldAgainst(session, mode) && !lock.queuedAgainst(session, mode, place))) {
                note(lock.grant(session, mode, scope), scope);
                return Attempt.Granted.INSTANCE;
            }
            if (!wait) {
                return new Attempt.Refused();
            }
            LockRequest request = new LockRequest(lock, session, mode, scope);
            boolean crosswise = lock.waitsCrosswise(place, mode);
            if (lock.queue == null) {
                lock.queue = new ArrayList<>(2);
            }
            lock.queue.add(place, request);
            session.waiting(request);
            return new Attempt.Queued(request, crosswise);
        } finally {
            partition.mutex.unlock();
        }
    }

    /// A lock that nobody has anything to do with goes at once where the others of a session with very many are.
    private static boolean holdCompactly(LockSession session, LockTag tag, LockMode mode, Partition partition) {
        CompactHolds holds = session.compactHoldsForNew();
        if (holds == null || !CompactHolds.canHold(tag) || partition.locks.containsKey(tag)) {
            return false;
        }
        holds.addOnce(tag, mode);
        return true;
    }

    /// Another session that may hold the lock against this mode as one of very many; null when none does.
    private LockSession compactHolder(LockSession session, LockTag tag, LockMode mode) {
        List<CompactHolds> all = compacted;
        if (!all.isEmpty() && CompactHolds.canHold(tag)) {
            for (CompactHolds holds : all) {
                if (holds.session != session && holds.mayConflict(tag, mode)) {
                    return holds.session;
                }
            }
        }
        return null;
    }

    private void awaitEnd(LockSession session, LockSession holder) {
        long transactionId = holder.transactionId();
        if (transactionId == 0) {
            Thread.onSpinWait(); // It is ending just now.
        } else {
            awaitTransaction(session, transactionId);
        }
    }

    /// Turns the session's locks of rows and keys that nobody else has to do with into filters.
    private void compact(LockSession session) {
        CompactHolds holds = session.compactHolds();
        if (holds == null) {
            holds = new CompactHolds(session);
            session.compactHolds(holds);
            CompactHolds added = holds;
            changeCompacted(all -> all.add(added));
        }
        List<LockHold> kept = new ArrayList<>();
        for (LockHold hold : session.journal()) {
            if (!CompactHolds.canHold(hold.lock.tag) || !moveTo(holds, hold)) {
                kept.add(hold);
            }
        }
        session.keepInJournal(kept);
    }

    private boolean moveTo(CompactHolds holds, LockHold hold) {
        Partition partition = partitionOf(hold.lock.tag);
        partition.mutex.lock();
        try {
            Lock lock = hold.lock;
            if (hold.sessionCount > 0 || lock.queue != null && !lock.queue.isEmpty()) {
                return false;
            }
            holds.add(lock.tag, hold.mode);
            hold.inTransaction = false;
            dropIfUnused(partition, hold);
            return true;
        } finally {
            partition.mutex.unlock();
        }
    }

    private synchronized void changeCompacted(Consumer<List<CompactHolds>> change) {
        List<CompactHolds> all = new ArrayList<>(compacted);
        change.accept(all);
        compacted = List.copyOf(all);
    }

    private static void note(LockHold hold, Scope scope) {
        if (scope == Scope.TRANSACTION && !hold.inTransaction) {
            hold.inTransaction = true;
            hold.session.journal().add(hold);
        }
    }

    /// @param crosswise whether a deadlock is sure
    private void await(LockSession session, LockRequest request, Partition partition, boolean crosswise) {
        long start = System.nanoTime();
        long timeoutMs = session.lockTimeoutMs();
        long timeoutNanos = timeoutMs == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        long timeToDeadlock = session.deadlockTimeoutMs() > 0
                ? TimeUnit.MILLISECONDS.toNanos(session.deadlockTimeoutMs())
                : deadlockTimeoutNanos;
        long checkAt = crosswise ? 0 : timeToDeadlock;
        boolean checked = false;
        try {
            while (!request.granted) {
                long waited = System.nanoTime() - start;
                session.throwIfCancelled();
                if (waited >= timeoutNanos) {
                    throw new PgException(SqlState.LOCK_NOT_AVAILABLE, "canceling statement due to lock timeout");
                }
                if (!checked && waited >= checkAt) {
                    // Once is enough: whoever begins to wait last finds the cycle.
                    checked = true;
                    checkDeadlock(session, request);
                    continue;
                }
                LockSupport.parkNanos(this, Math.min(timeoutNanos, checked ? Long.MAX_VALUE : checkAt) - waited);
            }
            partition.mutex.lock();
            try {
                note(request.lock.holdOf(session, request.mode), request.scope);
            } finally {
                partition.mutex.unlock();
            }
        } catch (PgException failure) {
            giveUp(session, request, partition);
            throw failure;
        } finally {
            session.waiting(null);
        }
    }

    /// Leaves the queue; what was granted in the same moment is given back.
    private static void giveUp(LockSession session, LockRequest request, Partition partition) {
        partition.mutex.lock();
        try {
            Lock lock = request.lock;
            if (request.granted) {
                LockHold hold = lock.holdOf(session, request.mode);
                if (request.scope == Scope.SESSION) {
                    hold.sessionCount--;
                }
                dropIfUnused(partition, hold);
            } else {
                lock.queue.remove(request);
                lock.wakeWaiters();
                if (lock.idle()) {
                    partition.locks.remove(lock.tag, lock);
                }
            }
        } finally {
            partition.mutex.unlock();
        }
    }

    private static void dropIfUnused(Partition partition, LockHold hold) {
        if (hold.inTransaction || hold.sessionCount > 0) {
            return;
        }
        Lock lock = hold.lock;
        lock.remove(hold);
        lock.wakeWaiters();
        if (lock.idle()) {
            partition.locks.remove(lock.tag, lock);
        }
    }

    /// Releases one session-scoped hold; false when there is none.
    public boolean unlock(LockSession session, LockTag tag, LockMode mode) {
        Partition partition = partitionOf(tag);
        partition.mutex.lock();
        try {
            Lock lock = partition.locks.get(tag);
            LockHold hold = lock == null ? null : lock.holdOf(session, mode);
            if (hold == null || hold.sessionCount == 0) {
                return false;
            }
            hold.sessionCount--;
            dropIfUnused(partition, hold);
            return true;
        } finally {
            partition.mutex.unlock();
        }
    }

    /// Releases the transaction-scoped holds taken after the mark, youngest first; mark 0 is the transaction's
    /// end. Those that were made compact stay until then.
    public void releaseAfter(LockSession session, long journalMark) {
        List<LockHold> journal = session.journal();
        int first = session.journalIndex(journalMark);
        for (int index = journal.size() - 1; index >= first; index--) {
            LockHold hold = journal.remove(index);
            Partition partition = partitionOf(hold.lock.tag);
            partition.mutex.lock();
            try {
                hold.inTransaction = false;
                dropIfUnused(partition, hold);
            } finally {
                partition.mutex.unlock();
            }
        }
        if (journalMark == 0) {
            CompactHolds holds = session.forgetJournal();
            if (holds != null) {
                changeCompacted(all -> all.remove(holds));
            }
        }
    }

    /// A lock that a session holds to the end of its transaction.
    public record Held(LockTag tag, LockMode mode) {}

    /// In the order taken. 0A000 when they are too many to be known one by one.
    public List<Held> heldByTransaction(LockSession session) {
        if (session.compactHolds() != null) {
            throw PgException.notSupported("PREPARE TRANSACTION of a transaction with very many locks");
        }
        return session.journal().stream()
                .map(hold -> new Held(hold.lock.tag, hold.mode))
                .toList();
    }

    /// Gives the locks of a transaction, its own id among them, to another session.
    public void transfer(LockSession from, LockSession to, long transactionId) {
        for (LockHold hold : from.journal()) {
            Partition partition = partitionOf(hold.lock.tag);
            partition.mutex.lock();
            try {
                hold.session = to;
            } finally {
                partition.mutex.unlock();
            }
        }
        to.journal().addAll(from.journal());
        from.journal().clear();
        from.forgetJournal();
        LockTag own = new LockTag.TransactionId(transactionId);
        Partition partition = partitionOf(own);
        partition.mutex.lock();
        try {
            partition.locks.get(own).holdOf(from, LockMode.EXCLUSIVE).session = to;
        } finally {
            partition.mutex.unlock();
        }
    }

    /// Releases session-scoped advisory locks (pg_advisory_unlock_all, end of session).
    public void unlockAllAdvisory(LockSession session) {
        for (Partition partition : partitions) {
            partition.mutex.lock();
            try {
                for (Lock lock : List.copyOf(partition.locks.values())) {
                    if (!(lock.tag instanceof LockTag.Advisory)) {
                        continue;
                    }
                    for (LockHold hold = lock.first; hold != null; hold = hold.next) {
                        if (hold.session == session) {
                            hold.sessionCount = 0;
                            dropIfUnused(partition, hold);
                        }
                    }
                }
            } finally {
                partition.mutex.unlock();
            }
        }
    }

    /// Raises 40P01 when the session waits, over others, for itself. All partitions are held meanwhile: waits of
    /// a second are rare.
    private void checkDeadlock(LockSession session, LockRequest request) {
        lockAll();
        try {
            if (request.granted) {
                return;
            }
            String deadlock = new DeadlockSearch().resolve(session);
            if (deadlock != null) {
                // Out of the queue before anybody else looks: a cycle has one victim.
                request.lock.queue.remove(request);
                request.lock.wakeWaiters();
                session.waiting(null);
                throw new PgException(SqlState.T_R_DEADLOCK_DETECTED, "deadlock detected")
                        .detail(deadlock)
                        .hint("See server log for query details.");
            }
        } finally {
            unlockAll();
        }
    }

    private void lockAll() {
        for (Partition partition : partitions) {
            partition.mutex.lock();
        }
    }

    private void unlockAll() {
        for (Partition partition : partitions) {
            partition.mutex.unlock();
        }
    }

    /// Everything held and waited for, for `pg_locks`.
    public List<LockInfo> snapshot() {
        List<LockInfo> lines = new ArrayList<>();
        lockAll();
        try {
            for (Partition partition : partitions) {
                for (Lock lock : partition.locks.values()) {
                    for (LockHold hold = lock.first; hold != null; hold = hold.next) {
                        lines.add(new LockInfo(lock.tag, hold.mode.label(), true, hold.session.processId(), 0));
                    }
                    if (lock.queue != null) {
                        for (LockRequest request : lock.queue) {
                            lines.add(new LockInfo(
                                    lock.tag,
                                    request.mode.label(),
                                    false,
                                    request.session.processId(),
                                    request.sinceMicros));
                        }
                    }
                }
            }
        } finally {
            unlockAll();
        }
        return lines;
    }

    /// `pg_blocking_pids`: who stands between the session and what it waits for.
    public List<Integer> blockingProcessIds(LockSession session) {
        lockAll();
        try {
            LockRequest request = session.waiting();
            return request == null || request.granted
                    ? List.of()
                    : DeadlockSearch.edgesOf(request).stream()
                            .map(edge -> edge.blocker().processId())
                            .distinct()
                            .toList();
        } finally {
            unlockAll();
        }
    }
}
