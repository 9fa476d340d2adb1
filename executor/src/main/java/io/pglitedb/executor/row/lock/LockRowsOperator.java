package io.pglitedb.executor.row.lock;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.RowMark;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// FOR UPDATE and the like. A row that others changed is locked in its newest version and given if it still
/// satisfies the query; one that is gone is left out.
public final class LockRowsOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final List<PlanNode.RowLock> locks;
    private final Recheck recheck;
    private final BuildContext context;
    /// The row of the input that was given last.
    private Object[] last;
    /// By OID of the table.
    private final Map<Integer, KeyColumns> keys = new HashMap<>();

    public LockRowsOperator(PlanNode.LockRows lockRows, BuildContext context) {
        this.context = context;
        run = context.run();
        input = context.buildTracked(lockRows.input());
        locks = lockRows.locks();
        recheck = new Recheck(lockRows.input(), context);
        run.positioned(lockRows, this::position);
    }

    private void position(Map<Integer, Long> rowids) {
        for (PlanNode.RowLock lock : locks) {
            if (last != null && last[lock.slot()] instanceof RowIdentity identity) {
                rowids.put(identity.table().oid(), identity.rowid());
            }
        }
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row;
        while ((row = input.next()) != null) {
            run.checkCancellation();
            Map<Integer, RowIdentity> newest = new HashMap<>();
            if (lockAll(row, newest)) {
                Object[] current = newest.isEmpty() ? row : recheck.row(row, newest);
                if (current != null) {
                    last = row;
                    return current;
                }
            }
        }
        return null;
    }

    /// False when a row is gone, or somebody holds it and nobody wants to wait.
    private boolean lockAll(Object[] row, Map<Integer, RowIdentity> newest) {
        Execution execution = run.execution();
        for (PlanNode.RowLock lock : locks) {
            if (!(row[lock.slot()] instanceof RowIdentity identity)) {
                continue; // an outer join found no row
            }
            RowLockResult result = execution
                    .transaction()
                    .lockRow(
                            execution.view(),
                            identity.table().storage(),
                            identity.rowid(),
                            identity.transactionId(),
                            mode(lock.strength()),
                            policy(lock.waiting()));
            switch (result) {
                case RowLockResult.Unchanged _ -> {}
                case RowLockResult.Changed(byte[] stored) -> {
                    if (lock.strength() == RowMark.Strength.KEY_SHARE && keysAreSame(identity, stored)) {
                        continue;
                    }
                    refuseAboveReadCommitted();
                    newest.put(
                            lock.table().scanId(),
                            new RowIdentity(
                                    identity.table(), identity.rowid(), RowHeader.transactionId(stored, 0), stored));
                }
                case RowLockResult.Deleted _ -> {
                    refuseAboveReadCommitted();
                    return false;
                }
                case RowLockResult.SelfModified _ -> {
                    return false;
                }
                case RowLockResult.NotLocked _ -> {
                    if (lock.waiting() == RowMark.Wait.ERROR) {
                        throw new PgException(
                                SqlState.LOCK_NOT_AVAILABLE,
                                "could not obtain lock on row in relation \"%s\""
                                        .formatted(identity.table().name()));
                    }
                    return false;
                }
            }
        }
        return true;
    }

    private void refuseAboveReadCommitted() {
        if (ConcurrentChange.isRefused(run.execution().transaction())) {
            throw ConcurrentChange.update();
        }
    }

    private boolean keysAreSame(RowIdentity identity, byte[] newest) {
        return keys.computeIfAbsent(
                        identity.table().oid(),
                        _ -> new KeyColumns(identity.table(), context.catalog(), context.session()))
                .same(identity.rowid(), identity.stored(), newest);
    }

    private static RowLockMode mode(RowMark.Strength strength) {
        return switch (strength) {
            case KEY_SHARE -> RowLockMode.KEY_SHARE;
            case SHARE -> RowLockMode.SHARE;
            case NO_KEY_UPDATE -> RowLockMode.NO_KEY_UPDATE;
            case UPDATE -> RowLockMode.UPDATE;
        };
    }

    private static WaitPolicy policy(RowMark.Wait waiting) {
        return switch (waiting) {
            case BLOCK -> WaitPolicy.WAIT;
            case SKIP -> WaitPolicy.SKIP;
            case ERROR -> WaitPolicy.NOWAIT;
        };
    }

    @Override
    public void rescan() {
        input.rescan();
    }

    @Override
    public void close() {
        input.close();
    }
}
