package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowLockMode;
import io.pglitedb.rowstore.RowLockResult;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.WaitPolicy;
import io.pglitedb.rowstore.row.RowHeader;
import java.util.Arrays;

/// Looks for another row whose keys stand in an exclusion constraint's relation to those of a new one.
///
/// Writers of one constraint take turns: each locks the constraint's only key to the end of its transaction, then
/// looks at every row of the newest state. A row that another transaction is about to change or delete is waited
/// for. Source of the rules: PostgreSQL's check_exclusion_or_unique_constraint.
final class ExclusionCheck {
    private static final byte[] ONLY_KEY = new byte[0];

    private final ModifyTarget.IndexTarget target;
    private final TableDef table;
    private final IndexKeys keys;
    private final Run run;
    private final RowReader reader;
    private final BoundFunction[] operators;
    private final ExclusionViolation violation;

    ExclusionCheck(
            ModifyTarget.IndexTarget target, TableDef table, IndexKeys keys, ExpressionCompiler compiler, Run run) {
        this.target = target;
        this.table = table;
        this.keys = keys;
        this.run = run;
        this.reader = RowReader.ofAllColumns(table, compiler.binder().session());
        this.operators = new BoundFunction[target.keys().size()];
        for (int i = 0; i < operators.length; i++) {
            operators[i] = compiler.binder()
                    .bindOperator(
                            target.constraint().exclusionOperators().get(i),
                            target.index().keys().get(i).collation());
        }
        this.violation = new ExclusionViolation(target, table, compiler);
    }

    private ConstraintDef constraint() {
        return target.constraint();
    }

    /// 23P01 when another row conflicts; of a deferrable constraint it is looked for again later.
    void check(Object[] values, long rowid) {
        if (!constraint().deferrable()) {
            require(values, rowid);
        } else if (conflicting(values, rowid) >= 0) {
            Execution execution = run.execution();
            execution
                    .deferred()
                    .forConstraint(constraint().oid(), true, constraint().initiallyDeferred(), () -> {
                        byte[] now = execution.transaction().newestRow(table.storage(), rowid);
                        Object[] row = now == null ? null : reader.read(rowid, now);
                        if (row != null && keys.covers(row)) {
                            require(keys.of(row), rowid);
                        }
                    });
        }
    }

    private void require(Object[] values, long rowid) {
        long other = conflicting(values, rowid);
        if (other >= 0) {
            byte[] stored = run.execution().transaction().newestRow(table.storage(), other);
            throw violation.of(values, keys.of(reader.read(other, stored)));
        }
    }

    /// Rowid of a row that conflicts with one of these keys, -1 when there is none; then no other transaction can
    /// add one.
    ///
    /// @param self rowid of the row itself, -1 when it is not written yet
    long conflicting(Object[] values, long self) {
        if (JoinKeys.hasNull(values)) {
            return -1;
        }
        Transaction transaction = run.execution().transaction();
        transaction.lockUniqueKey(target.index().oid(), ONLY_KEY);
        long found = find(values, self);
        while (found >= 0 && !isLasting(found)) {
            found = find(values, self);
        }
        return found;
    }

    private long find(Object[] values, long self) {
        Execution execution = run.execution();
        try (NewestState newest = NewestState.of(execution.transaction());
                RowCursor rows = execution
                        .transaction()
                        .scanRows(newest.view(), table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (rows.next()) {
                execution.cancellation().check();
                if (rows.rowid() != self) {
                    Object[] row = reader.read(rows.rowid(), rows.value(), rows.valueOffset(), rows.valueLength());
                    if (keys.covers(row) && conflict(values, keys.of(row))) {
                        return rows.rowid();
                    }
                }
            }
        }
        return -1;
    }

    /// A NULL conflicts with nothing.
    private boolean conflict(Object[] values, Object[] others) {
        for (int i = 0; i < operators.length; i++) {
            if (others[i] == null || !operators[i].test(values[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    /// Waits for whoever is changing the row; false when it has been changed or has gone.
    private boolean isLasting(long rowid) {
        Transaction transaction = run.execution().transaction();
        byte[] before = transaction.newestRow(table.storage(), rowid);
        if (before == null) {
            return false;
        }
        long writer = RowHeader.transactionId(before, 0);
        if (writer == transaction.idIfAssigned()) {
            return true;
        }
        RowLockResult result = transaction.lockRow(
                run.execution().view(), table.storage(), rowid, writer, RowLockMode.SHARE, WaitPolicy.WAIT);
        if (result instanceof RowLockResult.Deleted) {
            return false;
        }
        return Arrays.equals(before, transaction.newestRow(table.storage(), rowid));
    }
}
