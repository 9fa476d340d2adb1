package io.pglitedb.rowstore.serial;

import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.lock.LockSession;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// A serializable transaction, from its snapshot until no transaction that ran beside it is left. Guarded by the
/// mutex of [SerialConflicts], in whose clock all moments are.
final class Participant {
    /// What is known of a transaction that was begun READ ONLY: whether anything that ran beside its beginning
    /// can still make it part of an anomaly.
    enum Safety {
        UNKNOWN,
        SAFE,
        UNSAFE
    }

    static final long NEVER = Long.MAX_VALUE;

    final boolean declaredReadOnly;
    final LockSession session;
    /// The last commit before its snapshot.
    final long snapshotMoment;

    /// While it runs.
    Snapshot snapshot;
    /// 0 before its first write.
    long transactionId;
    long preparedAt = NEVER;
    long committedAt = NEVER;
    boolean doomed;
    boolean wrote;
    /// When the first of those committed to whom an edge leads; known once it has committed itself.
    long earliestOutCommit = NEVER;

    /// Whether there are edges from, and to, transactions that are remembered in sum only.
    boolean edgeFromOld;
    boolean edgeToOld;

    /// Those who read what it writes, and those who write what it reads.
    final Set<Participant> readers = new LinkedHashSet<>();
    final Set<Participant> writers = new LinkedHashSet<>();

    /// Of a read-only one: the writing ones that ran at its beginning and have not ended. Of a writing one: the
    /// read-only ones for whom it is that.
    final Set<Participant> besideReadOnly = new LinkedHashSet<>();
    Safety safety = Safety.UNKNOWN;
    /// Whether a DEFERRABLE one waits for its safety to be known.
    boolean waiting;

    final Map<Area, Footprint> reads = new HashMap<>();
    final Map<Area, Footprint> writes = new HashMap<>();

    Participant(boolean readOnly, LockSession session, Snapshot snapshot, long snapshotMoment) {
        this.declaredReadOnly = readOnly;
        this.session = session;
        this.snapshot = snapshot;
        this.snapshotMoment = snapshotMoment;
    }

    boolean prepared() {
        return preparedAt != NEVER;
    }

    boolean committed() {
        return committedAt != NEVER;
    }

    boolean readOnly() {
        return declaredReadOnly || (committed() && !wrote);
    }

    /// Whether an edge leads from it to one that committed before it.
    boolean committedWithEdgeOut() {
        return earliestOutCommit != NEVER;
    }

    void removeEdges() {
        readers.forEach(reader -> reader.writers.remove(this));
        writers.forEach(writer -> writer.readers.remove(this));
        readers.clear();
        writers.clear();
    }
}
