package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.scan.ProjectOperator;
import io.pglitedb.executor.row.table.SystemColumns;
import io.pglitedb.planner.plan.ModifyTarget;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// RETURNING, and other expressions over a row of the table, its system columns and a row beside it.
final class Returning {
    private final Evaluator[] expressions;

    Returning(List<Expr> expressions, ExpressionCompiler compiler) {
        this.expressions = compiler.compileAll(expressions).toArray(new Evaluator[0]);
    }

    boolean isEmpty() {
        return expressions.length == 0;
    }

    /// @param table that holds the row
    /// @param row as a row of the table that the statement names
    /// @param input the row that the change was computed from
    Object[] row(TableDef table, Object[] row, long rowid, long transactionId, Object[] input) {
        return ProjectOperator.evaluate(expressions, joined(table, row, rowid, transactionId, input), 0);
    }

    /// The table's row, its system columns, another row.
    static Object[] joined(TableDef table, Object[] row, long rowid, long transactionId, Object[] beside) {
        int width = row.length;
        Object[] all = new Object[width + ModifyTarget.SYSTEM_COLUMNS + beside.length];
        System.arraycopy(row, 0, all, 0, width);
        for (int i = 1; i <= ModifyTarget.SYSTEM_COLUMNS; i++) {
            all[width + i - 1] = SystemColumns.value(-i, table, rowid, transactionId);
        }
        System.arraycopy(beside, 0, all, width + ModifyTarget.SYSTEM_COLUMNS, beside.length);
        return all;
    }
}
