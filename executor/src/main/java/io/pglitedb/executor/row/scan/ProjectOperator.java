package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.planner.plan.PlanNode;

/// New columns of old ones.
public final class ProjectOperator implements Operator {
    private final Operator input;
    private final Evaluator[] expressions;
    private final boolean tracked;

    public ProjectOperator(PlanNode.Project project, BuildContext context) {
        input = context.build(project.input());
        expressions = context.compiler().compileAll(project.expressions()).toArray(new Evaluator[0]);
        tracked = context.tracksProvenance();
    }

    /// @param extra slots to leave behind the columns
    public static Object[] evaluate(Evaluator[] expressions, Object[] row, int extra) {
        Object[] columns = new Object[expressions.length + extra];
        for (int i = 0; i < expressions.length; i++) {
            columns[i] = expressions[i].evaluate(row);
        }
        return columns;
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row = input.next();
        if (row == null) {
            return null;
        }
        if (!tracked) {
            return evaluate(expressions, row, 0);
        }
        Object[] columns = evaluate(expressions, row, 1);
        columns[expressions.length] = row[row.length - 1];
        return columns;
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
