package io.pglitedb.executor.row.lock;

import io.pglitedb.rowstore.Isolation;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// 40001 for a transaction whose one snapshot is older than a row that it means to change or lock.
public final class ConcurrentChange {
    private ConcurrentChange() {}

    public static PgException update() {
        return failure("update");
    }

    private static PgException failure(String what) {
        return new PgException(
                SqlState.T_R_SERIALIZATION_FAILURE, "could not serialize access due to concurrent " + what);
    }

    public static boolean isRefused(Transaction transaction) {
        return transaction.isolation() != Isolation.READ_COMMITTED;
    }

    /// For those who lock a row to change it.
    public static void refuse(Transaction transaction, RowLockResult result) {
        if (isRefused(transaction)) {
            switch (result) {
                case RowLockResult.Changed _ -> throw update();
                case RowLockResult.Deleted _ -> throw failure("delete");
                case RowLockResult.Unchanged _, RowLockResult.SelfModified _, RowLockResult.NotLocked _ -> {}
            }
        }
    }
}
