package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.lock.ConcurrentChange;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// Locks the row that an UPDATE or DELETE is about to change.
final class RowLocking {
    private final Run run;
    private final Recheck recheck;
    private final int scanId;
    private final boolean once;

    /// @param recheck of the plan below the change
    /// @param scanId of the table that is changed
    RowLocking(Run run, Recheck recheck, int scanId) {
        this(run, recheck, scanId, false);
    }

    private RowLocking(Run run, Recheck recheck, int scanId, boolean once) {
        this.once = once;
        this.run = run;
        this.recheck = recheck;
        this.scanId = scanId;
    }

    /// For a command that may not come to a row twice.
    static RowLocking once(Run run, Recheck recheck, int scanId) {
        return new RowLocking(run, recheck, scanId, true);
    }

    /// The input row to go on with: itself when the row is locked as it was read, another one when it has changed
    /// and still qualifies, null when the row is to be passed over.
    Object[] lock(Object[] input, RowIdentity identity, RowLockMode mode) {
        Execution execution = run.execution();
        RowLockResult result = execution
                .transaction()
                .lockRow(
                        execution.view(),
                        identity.table().storage(),
                        identity.rowid(),
                        identity.transactionId(),
                        mode,
                        WaitPolicy.WAIT);
        ConcurrentChange.refuse(execution.transaction(), result);
        return switch (result) {
            case RowLockResult.Unchanged _ -> input;
            case RowLockResult.Changed(byte[] stored) -> {
                RowIdentity newest =
                        new RowIdentity(identity.table(), identity.rowid(), RowHeader.transactionId(stored, 0), stored);
                yield recheck.row(input, Map.of(scanId, newest));
            }
            case RowLockResult.SelfModified _ -> {
                if (once) {
                    throw new PgException(
                                    SqlState.CARDINALITY_VIOLATION, "MERGE command cannot affect row a second time")
                            .hint("Ensure that not more than one source row matches any one target row.");
                }
                yield null;
            }
            case RowLockResult.Deleted _ -> null;
            case RowLockResult.NotLocked _ -> throw new IllegalStateException("waiting, yet not locked");
        };
    }
}
