package io.pglitedb.rowstore.lock;

import java.util.List;

/// Who holds and who waits for one tag; guarded by its partition.
final class Lock {
    final LockTag tag;
    LockHold first;
    /// Waiters, first come first served; null while nobody ever waited.
    List<LockRequest> queue;

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

    /// Where in the queue a session belongs: before the first who waits for it, which is before nobody while it
    /// holds nothing. Of a row, a holder goes before all.
    int placeFor(LockSession session) {
        if (queue == null) {
            return 0;
        }
        if (isRow()) {
            return heldBy(session) ? 0 : queue.size();
        }
        int place = 0;
        while (place < queue.size() && !holdsAgainst(session, queue.get(place).mode)) {
            place++;
        }
        return place;
    }

    private boolean isRow() {
        return tag instanceof LockTag.Row;
    }

    private boolean holdsAgainst(LockSession session, LockMode mode) {
        for (LockHold hold = first; hold != null; hold = hold.next) {
            if (hold.session == session && hold.mode.conflictsWith(mode)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the one at that place waits for the session and holds what the session wants.
    boolean waitsCrosswise(int place, LockMode mode) {
        return queue != null && !isRow() && place < queue.size() && holdsAgainst(queue.get(place).session, mode);
    }

    /// True when somebody at an earlier place waits for a conflicting mode. As in PostgreSQL, who can share a row
    /// with its holders does not queue up behind those who cannot.
    boolean queuedAgainst(LockSession session, LockMode mode, int place) {
        if (queue == null || isRow()) {
            return false;
        }
        for (LockRequest request : queue.subList(0, place)) {
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

    /// Grants to waiters from the front all that conflicts neither with holders nor with those still waiting
    /// ahead.
    void wakeWaiters() {
        if (queue == null || queue.isEmpty()) {
            return;
        }
        for (int place = 0; place < queue.size(); ) {
            LockRequest request = queue.get(place);
            if (heldAgainst(request.session, request.mode) || mustStay(request, place)) {
                place++;
                continue;
            }
            queue.remove(place);
            grant(request.session, request.mode, request.scope);
            request.granted = true;
            request.wake();
        }
    }

    private boolean mustStay(LockRequest request, int place) {
        if (!isRow()) {
            return queuedAgainst(request.session, request.mode, place);
        }
        // Those who stand in line for a row keep to it, but for one who holds it already.
        return !heldBy(request.session)
                && queue.subList(0, place).stream()
                        .anyMatch(ahead -> ahead.session != request.session && ahead.mode.conflictsWith(request.mode));
    }
}
