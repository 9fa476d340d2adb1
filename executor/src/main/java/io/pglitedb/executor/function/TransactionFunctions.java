package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// Transaction ids.
public final class TransactionFunctions {
    private TransactionFunctions() {}

    /// txid_current too.
    @Prosrc("pg_current_xact_id")
    public static long currentId(CallContext call) {
        return SessionFunctions.session(call).block().transaction().id();
    }

    @Prosrc("pg_current_xact_id_if_assigned")
    public static Long currentIdIfAssigned(CallContext call) {
        Transaction transaction = SessionFunctions.session(call).block().transactionIfBegun();
        long id = transaction == null ? 0 : transaction.idIfAssigned();
        return id == 0 ? null : id;
    }

    /// txid_current_snapshot too: what the running statement sees of others.
    @Prosrc("pg_current_snapshot")
    public static io.pglitedb.types.value.Snapshot currentSnapshot(CallContext call) {
        Transaction transaction = SessionFunctions.session(call).block().transaction();
        Snapshot seen = transaction.view().snapshot();
        long own = transaction.idIfAssigned();
        long[] running = Arrays.stream(seen.running()).filter(id -> id != own).toArray();
        long oldest = running.length == 0 ? seen.nextTransactionId() : running[0];
        return new io.pglitedb.types.value.Snapshot(oldest, seen.nextTransactionId(), running);
    }

    /// When transactions committed is not kept: as PostgreSQL with `track_commit_timestamp` off.
    @Prosrc("pg_xact_commit_timestamp")
    public static long commitTimestamp(int id) {
        throw new PgException(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "could not get commit timestamp data")
                .hint("Make sure the configuration parameter \"track_commit_timestamp\" is set.");
    }

    /// Rolled back transactions leave no trace but that their id is gone: only one that runs can be told.
    @Prosrc("pg_xact_status")
    public static Utf8 status(CallContext call, long id) {
        Backend session = SessionFunctions.session(call);
        if (Long.compareUnsigned(id, session.instance().store().nextTransactionId()) >= 0) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "transaction ID %s is in the future".formatted(Long.toUnsignedString(id)));
        }
        try (Snapshot snapshot = session.instance().store().currentSnapshot()) {
            if (!snapshot.finished(id)) {
                return Utf8.of("in progress");
            }
        }
        throw PgException.notSupported("the status of a transaction that has ended");
    }

    /// How many transactions ago: of 0, 1 and 2, which stand for the time before all, the greatest number.
    @Prosrc("xid_age")
    public static int age(CallContext call, int id) {
        boolean permanent = id >= 0 && id < 3;
        long next = SessionFunctions.session(call).instance().store().nextTransactionId();
        return permanent ? Integer.MAX_VALUE : (int) next - id;
    }

    /// No transaction shares a lock by a number of its own: the next such number is always the first.
    @Prosrc("mxid_age")
    public static int sharedAge(int id) {
        return id == 0 ? Integer.MAX_VALUE : 1 - id;
    }

    /// There is no replication that a statement might be running for, and no recovery.
    @Prosrc({"pg_last_wal_receive_lsn", "pg_last_wal_replay_lsn"})
    public static Long replayedPosition() {
        return null;
    }

    @Prosrc("pg_last_xact_replay_timestamp")
    public static Long replayedTime() {
        return null;
    }
}
