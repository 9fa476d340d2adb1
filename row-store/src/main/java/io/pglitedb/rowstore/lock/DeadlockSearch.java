package io.pglitedb.rowstore.lock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for sessions that wait for themselves, while nothing moves. A cycle in which somebody waits for one who
/// does not hold the lock, but only stands before him in the queue, is broken by letting him go first.
final class DeadlockSearch {
    /// Changes of queues to try.
    private static final int MOVES_MAX = 32;

    /// @param ahead the request of one who stands before the waiter; null for one who holds the lock
    record Edge(LockRequest waiter, LockSession blocker, LockRequest ahead) {}

    /// Queues as they were before they were changed.
    private final Map<Lock, List<LockRequest>> before = new LinkedHashMap<>();

    static List<Edge> edgesOf(LockRequest request) {
        List<Edge> edges = new ArrayList<>();
        for (LockHold hold = request.lock.first; hold != null; hold = hold.next) {
            if (hold.session != request.session && hold.mode.conflictsWith(request.mode)) {
                edges.add(new Edge(request, hold.session, null));
            }
        }
        for (LockRequest ahead : request.lock.queue) {
            if (ahead == request) {
                break;
            }
            if (ahead.session != request.session && ahead.mode.conflictsWith(request.mode)) {
                edges.add(new Edge(request, ahead.session, ahead));
            }
        }
        return edges;
    }

    /// Null when the session waits in no cycle, or in none any more; else who waits for whom, for the error's
    /// detail.
    String resolve(LockSession session) {
        for (int move = 0; move < MOVES_MAX; move++) {
            List<Edge> cycle = cycle(session);
            if (cycle.isEmpty()) {
                before.keySet().forEach(Lock::wakeWaiters);
                return null;
            }
            // As in PostgreSQL, the edge farthest from the session that looks is turned first.
            if (cycle.reversed().stream().noneMatch(this::letFirst)) {
                return giveUp(cycle);
            }
        }
        return giveUp(cycle(session));
    }

    private String giveUp(List<Edge> cycle) {
        before.forEach((lock, queue) -> lock.queue = new ArrayList<>(queue));
        return describe(cycle);
    }

    /// Puts the waiter before the one he waits for, unless that makes another cycle.
    private boolean letFirst(Edge edge) {
        if (edge.ahead == null) {
            return false;
        }
        Lock lock = edge.waiter.lock;
        List<LockRequest> old = List.copyOf(lock.queue);
        List<LockRequest> changed = new ArrayList<>(old);
        changed.remove(edge.waiter);
        changed.add(changed.indexOf(edge.ahead), edge.waiter);
        lock.queue = new ArrayList<>(changed);
        if (!cycle(edge.blocker).isEmpty()) {
            lock.queue = new ArrayList<>(old);
            return false;
        }
        before.putIfAbsent(lock, old);
        return true;
    }

    private static List<Edge> cycle(LockSession session) {
        List<Edge> path = new ArrayList<>();
        return leadsTo(session, session, path, new HashSet<>()) ? path : List.of();
    }

    private static boolean leadsTo(LockSession from, LockSession goal, List<Edge> path, Set<LockSession> visited) {
        LockRequest request = from.waiting();
        if (request == null || request.granted || !visited.add(from)) {
            return false;
        }
        for (Edge edge : edgesOf(request)) {
            path.add(edge);
            if (edge.blocker == goal || leadsTo(edge.blocker, goal, path, visited)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private static String describe(List<Edge> cycle) {
        StringBuilder text = new StringBuilder();
        for (Edge edge : cycle) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("Process %d waits for %s; blocked by process %d."
                            .formatted(edge.waiter.session.processId(), describe(edge), edge.blocker.processId()));
        }
        return text.toString();
    }

    /// PostgreSQL waits for a row or a key by waiting for the transaction that holds it, and says so.
    private static String describe(Edge edge) {
        String mode = edge.waiter.mode.label();
        return switch (edge.waiter.lock.tag) {
            case LockTag.Relation(int database, int oid) ->
                "%s on relation %s of database %s"
                        .formatted(mode, Integer.toUnsignedString(oid), Integer.toUnsignedString(database));
            case LockTag.Row _, LockTag.Key _ -> "ShareLock on transaction " + edge.blocker.transactionId();
            case LockTag.TransactionId(long id) -> "%s on transaction %d".formatted(mode, id);
            case LockTag.Advisory(int database, int high, int low, int variant) ->
                "%s on advisory lock [%s,%s,%s,%d]"
                        .formatted(
                                mode,
                                Integer.toUnsignedString(database),
                                Integer.toUnsignedString(high),
                                Integer.toUnsignedString(low),
                                variant);
        };
    }
}
