package io.pglitedb.rowstore.lock;

import java.util.ArrayDeque;

/// Who holds and who waits for one tag; guarded by its partition.
final class Lock {
    final LockTag tag;
    LockHold first;
    /// Waiters, first come first served; null while nobody ever waited.
    ArrayDeque<LockRequest> queue;

    Lock(LockTag tag) {
        this.tag = tag;
    }

    boolean idle() {
        return first == null && (queue == null || queue.isEmpty());
    }

    LockHold holdOf(LockSession session, LockMode mode) {
        for (LockHold hold = first; hold != null; hold = hold.next) {
            if (hold.session == session && hold.mode == mode) {
                return hold;
            }
        }
        return null;
    }

    boolean heldBy(LockSession session) {
        for (LockHold hold = first; hold != null; hold = hold.next) {
            if (hold.session == session) {
                return true;
            }
        }
        return false;
    }

    boolean heldAgainst(LockSession session, LockMode mode) {
        for (LockHold hold = first; hold != null; hold = hold.next) {
            if (hold.session != session && hold.mode.conflictsWith(mode)) {
                return true;
            }
        }
        return false;
    }

    /// True when somebody who came earlier than `before` (null: than anybody new) waits for a conflicting mode.
    boolean queuedAgainst(LockSession session, LockMode mode, LockRequest before) {
        if (queue == null) {
            return false;
        }
        for (LockRequest request : queue) {
            if (request == before) {
                return false;
            }
            if (request.session != session && request.mode.conflictsWith(mode)) {
                return true;
            }
        }
        return false;
    }

    LockHold grant(LockSession session, LockMode mode, Scope scope) {
        LockHold hold = holdOf(session, mode);
        if (hold == null) {
            hold = new LockHold(this, session, mode);
            hold.next = first;
            first = hold;
        }
        if (scope == Scope.SESSION) {
            hold.sessionCount++;
        }
        return hold;
    }

    void remove(LockHold gone) {
        if (first == gone) {
            first = gone.next;
            return;
        }
        for (LockHold hold = first; hold != null; hold = hold.next) {
            if (hold.next == gone) {
                hold.next = gone.next;
                return;
            }
        }
    }

    /// Grants to waiters from the front all that conflicts neither with holders nor with those still waiting ahead.
    void wakeWaiters() {
        if (queue == null || queue.isEmpty()) {
            return;
        }
        for (LockRequest request : queue.toArray(new LockRequest[0])) {
            if (!heldAgainst(request.session, request.mode)
                    && (heldBy(request.session) || !queuedAgainst(request.session, request.mode, request))) {
                queue.remove(request);
                grant(request.session, request.mode, request.scope);
                request.granted = true;
                request.wake();
            }
        }
    }
}
