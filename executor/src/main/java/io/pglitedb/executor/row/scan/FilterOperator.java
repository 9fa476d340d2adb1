package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.planner.plan.PlanNode;

/// The rows for which the predicate is true.
public final class FilterOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final Evaluator predicate;
    private long removed;

    public FilterOperator(PlanNode.Filter filter, BuildContext context) {
        run = context.run();
        input = context.build(filter.input());
        predicate = context.compiler().compile(filter.predicate());
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] row;
        while ((row = input.next()) != null) {
            if (Boolean.TRUE.equals(predicate.evaluate(row))) {
                return row;
            }
            removed++;
            run.checkCancellation();
        }
        return null;
    }

    @Override
    public void report(Report report) {
        report.removedByFilter(removed);
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
