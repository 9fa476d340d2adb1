package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.planner.plan.PlanNode;

/// Rows of expressions.
public final class ValuesOperator implements Operator {
    private static final Object[] NO_ROW = {};

    private final Evaluator[][] rows;
    private int next;

    public ValuesOperator(PlanNode.ValuesScan values, BuildContext context) {
        rows = values.rows().stream()
                .map(row -> context.compiler().compileAll(row).toArray(new Evaluator[0]))
                .toArray(Evaluator[][]::new);
    }

    @Override
    public void open() {
        next = 0;
    }

    @Override
    public Object[] next() {
        return next == rows.length ? null : ProjectOperator.evaluate(rows[next++], NO_ROW, 0);
    }

    @Override
    public void close() {}
}
