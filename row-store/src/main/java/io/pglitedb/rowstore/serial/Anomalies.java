package io.pglitedb.rowstore.serial;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Finds the structure that every anomaly contains, and chooses who ends for it:
/// ```
///   IN ──reads what is written by──▶ PIVOT ──────▶ OUT      and OUT is the first of the three to commit
/// ```
/// IN and OUT may be one. Source: PostgreSQL's predicate.c, OnConflict_CheckForSerializationFailure and
/// PreCommit_CheckForSerializationFailure.
final class Anomalies {
    private Anomalies() {}

    static PgException failure(String reason) {
        return new PgException(
                        SqlState.T_R_SERIALIZATION_FAILURE,
                        "could not serialize access due to read/write dependencies among transactions")
                .detail("Reason code: " + reason + ".")
                .hint("The transaction might succeed if retried.");
    }

    /// A new edge. Ends the running transaction, `me`, by an error, or dooms the writer.
    static void check(Participant reader, Participant writer, Participant me) {
        if (!writerIsPivot(reader, writer) && !readerIsPivot(reader, writer)) {
            return;
        }
        if (me == writer) {
            throw failure("Canceled on identification as a pivot, during write");
        }
        if (writer.prepared()) {
            throw failure("Canceled on conflict out to pivot " + writer.transactionId + ", during read");
        }
        writer.doomed = true;
    }

    private static boolean writerIsPivot(Participant reader, Participant writer) {
        if (writer.committed() && (writer.committedWithEdgeOut() || writer.edgeToOld)) {
            return true;
        }
        if (writer.edgeToOld) {
            return true;
        }
        for (Participant out : writer.writers) {
            if (out.prepared()
                    && out.preparedAt <= reader.committedAt
                    && out.preparedAt <= writer.committedAt
                    && (!reader.readOnly() || out.preparedAt <= reader.snapshotMoment)) {
                return true;
            }
        }
        return false;
    }

    private static boolean readerIsPivot(Participant reader, Participant writer) {
        if (!writer.prepared() || reader.readOnly()) {
            return false;
        }
        if (reader.edgeFromOld) {
            return true;
        }
        for (Participant in : reader.readers) {
            if (!in.doomed
                    && in.committedAt >= writer.preparedAt
                    && (!in.readOnly() || in.snapshotMoment >= writer.preparedAt)) {
                return true;
            }
        }
        return false;
    }

    /// Before `me` commits: the pivots for which it would be the first to commit are doomed.
    static void checkCommit(Participant me) {
        if (me.doomed) {
            throw failure("Canceled on identification as a pivot, during commit attempt");
        }
        for (Participant pivot : me.readers) {
            if (!pivot.committed()
                    && !pivot.doomed
                    && pivot.readers.stream().anyMatch(in -> in == me || isOpenWriter(in))) {
                if (pivot.prepared()) {
                    throw failure("Canceled on commit attempt with conflict in from prepared pivot");
                }
                pivot.doomed = true;
            }
        }
    }

    private static boolean isOpenWriter(Participant in) {
        return !in.committed() && !in.readOnly() && !in.doomed;
    }
}
