package io.pglitedb.tiering;

import java.util.ArrayDeque;
import java.util.Deque;

/// How old the rowids of a table are: what the last one was at some moments. Rowids grow with insertion, so
/// whatever lies at or below an old last one is at least as old. In memory: after a start everything is new.
public final class AgeLog {
    private static final int MOMENTS_MAX = 64;

    private record Moment(long atNanos, long lastRowid, long changes) {}

    private final Deque<Moment> moments = new ArrayDeque<>();

    /// @param changes how many updates and deletions of the table there have been so far
    public void note(long nowNanos, long lastRowid, long changes, long coldAfterNanos) {
        Moment newest = moments.peekLast();
        if (newest == null || nowNanos - newest.atNanos >= coldAfterNanos / MOMENTS_MAX) {
            moments.addLast(new Moment(nowNanos, lastRowid, changes));
        }
        Moment second = moments.stream().skip(1).findFirst().orElse(null);
        while (second != null && nowNanos - second.atNanos >= coldAfterNanos) {
            moments.removeFirst();
            second = moments.stream().skip(1).findFirst().orElse(null);
        }
    }

    /// The last rowid that is cold; 0 when none is known to be, or the table is changed all over.
    ///
    /// @param changesMax as `note`, since then
    public long coldRowid(long nowNanos, long changes, long coldAfterNanos, double changesShareMax) {
        Moment oldest = moments.peekFirst();
        return oldest == null
                        || nowNanos - oldest.atNanos < coldAfterNanos
                        || changes - oldest.changes > changesShareMax * oldest.lastRowid
                ? 0
                : oldest.lastRowid;
    }
}
