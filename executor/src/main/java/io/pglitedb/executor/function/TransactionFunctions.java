package io.pglitedb.executor.function;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

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
}
