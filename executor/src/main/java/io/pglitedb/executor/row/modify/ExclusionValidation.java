package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.BoundFunction;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.key.JoinKeys;
import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Transaction;
import java.util.ArrayList;
import java.util.List;

/// Compares all rows of a table with each other when an exclusion constraint is made for them. The keys of all
/// rows are held in memory.
public final class ExclusionValidation {
    private final ModifyTarget.IndexTarget target;
    private final TableDef table;
    private final Execution execution;

    /// @param execution whose table nobody else changes
    public ExclusionValidation(ModifyTarget.IndexTarget target, TableDef table, Execution execution) {
        this.target = target;
        this.table = table;
        this.execution = execution;
    }

    /// 23P01 when two rows conflict.
    public void run(ExpressionCompiler compiler) {
        BoundFunction[] operators = new BoundFunction[target.keys().size()];
        for (int i = 0; i < operators.length; i++) {
            operators[i] = compiler.binder()
                    .bindOperator(
                            target.constraint().exclusionOperators().get(i),
                            target.index().keys().get(i).collation());
        }
        List<Object[]> before = new ArrayList<>();
        for (Object[] values : rows(compiler)) {
            execution.cancellation().check();
            for (Object[] others : before) {
                if (conflict(operators, values, others)) {
                    throw new ExclusionViolation(target, table, compiler).ofExisting(values, others);
                }
            }
            before.add(values);
        }
    }

    private static boolean conflict(BoundFunction[] operators, Object[] values, Object[] others) {
        for (int i = 0; i < operators.length; i++) {
            if (!operators[i].test(values[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    /// Keys without NULLs.
    private List<Object[]> rows(ExpressionCompiler compiler) {
        IndexKeys keys = new IndexKeys(target, compiler);
        RowReader reader = RowReader.ofAllColumns(table, compiler.binder().session());
        Transaction transaction = execution.transaction();
        List<Object[]> all = new ArrayList<>();
        try (NewestState newest = NewestState.of(transaction);
                RowCursor rows =
                        transaction.scanRows(newest.view(), table.storage(), 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (rows.next()) {
                Object[] row = reader.read(rows.rowid(), rows.value(), rows.valueOffset(), rows.valueLength());
                Object[] values = keys.covers(row) ? keys.of(row) : null;
                if (values != null && !JoinKeys.hasNull(values)) {
                    all.add(values);
                }
            }
        }
        return all;
    }
}
