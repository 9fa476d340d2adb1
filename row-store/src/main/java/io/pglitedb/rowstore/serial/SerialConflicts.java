package io.pglitedb.rowstore.serial;

import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockSession;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// All serializable transactions of the store with the edges between them. One mutex guards everything;
/// transactions of other levels never come here.
///
/// A committed transaction is remembered while one that ran beside it runs. Beyond [#REMEMBERED_MAX] the oldest
/// are remembered in sum, which finds every anomaly still, and some that are none.
public final class SerialConflicts {
    private static final int REMEMBERED_MAX = 1_000;
    private static final long CANCEL_CHECK_MS = 20;

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition safetyKnown = mutex.newCondition();
    private final Map<Area.Name, Area> areas = new HashMap<>();
    private final Set<Participant> running = new LinkedHashSet<>();
    /// Prepared ones of which it is not known what they have read.
    private final Set<Participant> restored = new LinkedHashSet<>();
    /// Committed ones, oldest first.
    private final ArrayDeque<Participant> remembered = new ArrayDeque<>();
    /// The sum of those that were too many to remember; null while there is none.
    private Participant old;
    /// Counts preparations and commits.
    private long clock;

    /// Takes a snapshot and begins to watch; null in place of a transaction that cannot be part of any anomaly.
    ///
    /// @param deferrable a read-only one waits until it can have such a snapshot
    SerialTransaction begin(
            LockSession session, boolean readOnly, boolean deferrable, Supplier<? extends Snapshot> take) {
        mutex.lock();
        try {
            Participant me = enter(session, readOnly, take);
            while (readOnly && deferrable && me.safety != Participant.Safety.SAFE) {
                if (me.safety == Participant.Safety.UNSAFE) {
                    dismiss(me);
                    me = enter(session, true, take);
                } else {
                    awaitSafety(me);
                }
            }
            return new SerialTransaction(this, me);
        } finally {
            mutex.unlock();
        }
    }

    private Participant enter(LockSession session, boolean readOnly, Supplier<? extends Snapshot> take) {
        Participant me = new Participant(readOnly, session, take.get(), clock);
        running.add(me);
        if (readOnly) {
            for (Participant other : running) {
                if (other != me && !other.declaredReadOnly && !other.doomed) {
                    me.besideReadOnly.add(other);
                    other.besideReadOnly.add(me);
                }
            }
            if (me.besideReadOnly.isEmpty()) {
                becomeSafe(me);
            }
        }
        return me;
    }

    private void awaitSafety(Participant me) {
        boolean known = false;
        try {
            me.waiting = true;
            while (me.safety == Participant.Safety.UNKNOWN) {
                me.session.throwIfCancelled();
                safetyKnown.await(CANCEL_CHECK_MS, TimeUnit.MILLISECONDS);
            }
            known = true;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interruption);
        } finally {
            me.waiting = false;
            if (!known) {
                dismiss(me);
            }
        }
    }

    /// Those for whom the session's DEFERRABLE transaction waits.
    public List<Integer> blockingProcessIds(LockSession session) {
        mutex.lock();
        try {
            for (Participant each : running) {
                if (each.session == session && each.waiting) {
                    return each.besideReadOnly.stream()
                            .map(other -> other.session.processId())
                            .toList();
                }
            }
            return List.of();
        } finally {
            mutex.unlock();
        }
    }

    private void dismiss(Participant me) {
        running.remove(me);
        closeSnapshot(me);
        forgetSafety(me);
    }

    private static void forgetSafety(Participant readOnly) {
        readOnly.besideReadOnly.forEach(other -> other.besideReadOnly.remove(readOnly));
        readOnly.besideReadOnly.clear();
    }

    /// It runs on as REPEATABLE READ does.
    private void becomeSafe(Participant readOnly) {
        readOnly.safety = Participant.Safety.SAFE;
        running.remove(readOnly);
        readOnly.removeEdges();
        leaveAreas(readOnly);
        safetyKnown.signalAll();
    }

    private void becomeUnsafe(Participant readOnly) {
        readOnly.safety = Participant.Safety.UNSAFE;
        forgetSafety(readOnly);
        safetyKnown.signalAll();
    }

    private void leaveAreas(Participant participant) {
        Set<Area> left = new LinkedHashSet<>(participant.reads.keySet());
        left.addAll(participant.writes.keySet());
        for (Area area : left) {
            area.remove(participant);
            if (area.isEmpty()) {
                areas.remove(area.name);
            }
        }
        participant.reads.clear();
        participant.writes.clear();
    }

    void read(Participant me, byte space, int number, byte[] low, byte[] high) {
        mutex.lock();
        try {
            if (me.safety == Participant.Safety.SAFE) {
                return;
            }
            Area area = areas.computeIfAbsent(new Area.Name(space, number), Area::new);
            area.readers.add(me);
            me.reads.computeIfAbsent(area, _ -> new Footprint()).add(low, high);
            requireNotDoomed(me, "out");
            for (Participant writer : List.copyOf(area.writers)) {
                if (writer != me && writer.writes.get(area).intersects(low, high)) {
                    readWhatIsWritten(me, writer);
                }
            }
        } finally {
            mutex.unlock();
        }
    }

    private static void requireNotDoomed(Participant me, String direction) {
        if (me.doomed) {
            throw Anomalies.failure(
                    "Canceled on identification as a pivot, during conflict " + direction + " checking");
        }
    }

    private void readWhatIsWritten(Participant me, Participant writer) {
        if (writer == old) {
            readWhatOldOnesWrote(me);
            return;
        }
        if (writer.doomed || me.snapshot.finished(writer.transactionId) || writer.readers.contains(me)) {
            return;
        }
        boolean runsFirst = me.readOnly()
                && writer.committed()
                && !writer.edgeToOld
                && (!writer.committedWithEdgeOut() || me.snapshotMoment < writer.earliestOutCommit);
        if (!runsFirst) {
            addEdge(me, writer, me);
        }
    }

    private void readWhatOldOnesWrote(Participant me) {
        if (old.committedAt <= me.snapshotMoment) {
            return;
        }
        if (old.committedWithEdgeOut() && (!me.readOnly() || old.earliestOutCommit <= me.snapshotMoment)) {
            throw Anomalies.failure("Canceled on conflict out to old pivot");
        }
        if (me.edgeFromOld || !me.readers.isEmpty()) {
            throw Anomalies.failure(
                    "Canceled on identification as a pivot, with conflict out to old committed transaction");
        }
        me.edgeToOld = true;
    }

    private static void addEdge(Participant reader, Participant writer, Participant me) {
        Anomalies.check(reader, writer, me);
        reader.writers.add(writer);
        writer.readers.add(reader);
    }

    void write(Participant me, byte space, int number, byte[] low, byte[] high) {
        mutex.lock();
        try {
            if (me.safety == Participant.Safety.SAFE) {
                return; // a temporary table's
            }
            me.wrote = true;
            Area area = areas.computeIfAbsent(new Area.Name(space, number), Area::new);
            area.writers.add(me);
            me.writes.computeIfAbsent(area, _ -> new Footprint()).add(low, high);
            if (!restored.contains(me)) {
                checkReaders(me, area, low, high);
            }
        } finally {
            mutex.unlock();
        }
    }

    /// Finds who has read where `me` is about to write.
    void checkReaders(Participant me, byte space, int number, byte[] low, byte[] high) {
        mutex.lock();
        try {
            Area area = areas.get(new Area.Name(space, number));
            if (area != null) {
                checkReaders(me, area, low, high);
            }
        } finally {
            mutex.unlock();
        }
    }

    private void checkReaders(Participant me, Area area, byte[] low, byte[] high) {
        requireNotDoomed(me, "in");
        for (Participant reader : restored) {
            if (reader != me && !me.readers.contains(reader)) {
                addEdge(reader, me, me);
            }
        }
        for (Participant reader : List.copyOf(area.readers)) {
            if (reader == me
                    || reader.doomed
                    || reader.committedAt <= me.snapshotMoment
                    || !reader.reads.get(area).intersects(low, high)) {
                continue;
            }
            if (reader == old) {
                if (me.prepared() || me.edgeToOld) {
                    throw Anomalies.failure("Canceled on identification as a pivot, during write");
                }
                me.edgeFromOld = true;
            } else if (!me.readers.contains(reader) && !readOlderVersion(reader, me, area, low, high)) {
                addEdge(reader, me, me);
            }
        }
    }

    /// Whether somebody who ended before `me` began has written a later version than the one that was read: the
    /// reader's edge leads to him alone.
    private static boolean readOlderVersion(Participant reader, Participant me, Area area, byte[] low, byte[] high) {
        return area.name.space() == StoreKey.ROW
                && reader.writers.stream()
                        .anyMatch(between -> between.committedAt <= me.snapshotMoment
                                && between.writes.containsKey(area)
                                && between.writes.get(area).surelyCovers(low, high));
    }

    /// The last check before `me` commits; 40001 when it may not. Nobody can make it fail afterwards.
    void prepare(Participant me) {
        mutex.lock();
        try {
            if (me.safety == Participant.Safety.SAFE) {
                return;
            }
            Anomalies.checkCommit(me);
            me.preparedAt = ++clock;
        } finally {
            mutex.unlock();
        }
    }

    /// @param committed its writes are visible then; false: rolled back
    void finish(Participant me, boolean committed) {
        mutex.lock();
        try {
            closeSnapshot(me);
            restored.remove(me);
            if (!running.remove(me)) {
                return; // it was safe
            }
            if (committed) {
                me.committedAt = ++clock;
            } else {
                me.doomed = true;
            }
            if (committed) {
                keepEdgesOfCommitted(me);
                remembered.addLast(me);
            } else {
                me.removeEdges();
                leaveAreas(me);
            }
            settleSafety(me);
            forgetOld();
        } finally {
            mutex.unlock();
        }
    }

    private static void closeSnapshot(Participant me) {
        if (me.snapshot != null) {
            me.snapshot.close();
            me.snapshot = null;
        }
    }

    void stopReading(Participant me) {
        mutex.lock();
        try {
            closeSnapshot(me);
        } finally {
            mutex.unlock();
        }
    }

    /// A transaction prepared by an earlier process. What it wrote is told by [#write], what it read is taken for
    /// everything, and whom it had edges to and from, for somebody.
    Participant restore(LockSession session, long transactionId) {
        mutex.lock();
        try {
            Participant me = new Participant(false, session, null, clock);
            me.transactionId = transactionId;
            me.wrote = true;
            me.edgeFromOld = true;
            me.edgeToOld = true;
            me.preparedAt = ++clock;
            running.add(me);
            restored.add(me);
            return me;
        } finally {
            mutex.unlock();
        }
    }

    private static void removeEdge(Participant reader, Participant writer) {
        reader.writers.remove(writer);
        writer.readers.remove(reader);
    }

    private void keepEdgesOfCommitted(Participant me) {
        for (Participant writer : List.copyOf(me.writers)) {
            if (writer.committed()) {
                if (!me.readOnly()) {
                    me.earliestOutCommit = Math.min(me.earliestOutCommit, writer.preparedAt);
                }
                removeEdge(me, writer);
            }
        }
        for (Participant reader : List.copyOf(me.readers)) {
            if (reader.committed() || reader.readOnly()) {
                removeEdge(reader, me);
            }
        }
    }

    /// What its end means for read-only ones that began while it ran.
    private void settleSafety(Participant me) {
        if (me.declaredReadOnly) {
            forgetSafety(me);
            return;
        }
        long earliestOut = me.edgeToOld ? 0 : me.earliestOutCommit;
        for (Participant readOnly : List.copyOf(me.besideReadOnly)) {
            if (me.committed() && me.wrote && earliestOut <= readOnly.snapshotMoment) {
                becomeUnsafe(readOnly);
                continue;
            }
            readOnly.besideReadOnly.remove(me);
            me.besideReadOnly.remove(readOnly);
            if (readOnly.besideReadOnly.isEmpty() && readOnly.safety == Participant.Safety.UNKNOWN) {
                becomeSafe(readOnly);
            }
        }
    }

    /// Forgets committed ones beside whom nobody runs any more.
    private void forgetOld() {
        long oldestSnapshot = Participant.NEVER;
        for (Participant each : running) {
            oldestSnapshot = Math.min(oldestSnapshot, each.snapshotMoment);
        }
        while (!remembered.isEmpty() && remembered.peekFirst().committedAt <= oldestSnapshot) {
            Participant gone = remembered.removeFirst();
            gone.removeEdges();
            leaveAreas(gone);
        }
        if (old != null && old.committedAt <= oldestSnapshot) {
            leaveAreas(old);
            old = null;
        }
        while (remembered.size() > REMEMBERED_MAX) {
            sumUp(remembered.removeFirst());
        }
    }

    private void sumUp(Participant gone) {
        if (old == null) {
            old = new Participant(false, gone.session, null, 0);
        }
        old.committedAt = gone.committedAt;
        old.preparedAt = gone.preparedAt;
        old.earliestOutCommit = Math.min(old.earliestOutCommit, gone.earliestOutCommit);
        if (gone.edgeToOld) {
            old.earliestOutCommit = 0;
        }
        for (Participant reader : gone.readers) {
            reader.edgeToOld = true;
        }
        for (Participant writer : gone.writers) {
            writer.edgeFromOld = true;
        }
        gone.removeEdges();
        gone.reads.forEach((area, print) -> {
            area.readers.add(old);
            old.reads.computeIfAbsent(area, _ -> new Footprint()).add(print);
        });
        gone.writes.forEach((area, print) -> {
            area.writers.add(old);
            old.writes.computeIfAbsent(area, _ -> new Footprint()).add(print);
        });
        leaveAreas(gone);
    }
}
