package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.planner.plan.ModifyTarget;

/// What an index takes of a row: whether it has the row at all, and the values of its keys.
final class IndexKeys {
    private final Evaluator[] keys;
    /// Null for an index of all rows.
    private final Evaluator predicate;

    IndexKeys(ModifyTarget.IndexTarget target, ExpressionCompiler compiler) {
        this.keys = compiler.compileAll(target.keys()).toArray(new Evaluator[0]);
        this.predicate = compiler.compileOptional(target.predicate());
    }

    boolean isPartial() {
        return predicate != null;
    }

    boolean covers(Object[] row) {
        return predicate == null || Boolean.TRUE.equals(predicate.evaluate(row));
    }

    Object[] of(Object[] row) {
        Object[] values = new Object[keys.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys[i].evaluate(row);
        }
        return values;
    }
}
