package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.List;
import java.util.function.Function;

/// The running side of one subquery expression.
final class SubQuery {
    private final Run run;
    private final Parameters parameters;
    private final Operator operator;
    private final int[] numbers;
    private final Evaluator[] arguments;
    private final Dependencies dependencies;
    /// Whether a result stands while what the plan depends on has not changed.
    private final boolean cacheable;

    private long openedIn = -1;
    private boolean hasResult;
    private long stamp;
    private Object result;

    SubQuery(Expr.SubPlan subPlan, Operator operator, PlanNode root, BuildContext context, List<Evaluator> arguments) {
        this.run = context.run();
        this.parameters = run.parameters();
        this.operator = operator;
        this.numbers = subPlan.parameters().stream().mapToInt(Integer::intValue).toArray();
        this.arguments = arguments.toArray(new Evaluator[0]);
        this.dependencies = Dependencies.of(root, context);
        this.cacheable = this.arguments.length == 0 || !dependencies.hasVolatile();
    }

    private void bind(Object[] row) {
        for (int i = 0; i < arguments.length; i++) {
            parameters.set(numbers[i], arguments[i].evaluate(row));
        }
    }

    /// Runs the subquery for an outer row from its start.
    Operator start(Object[] row) {
        bind(row);
        restart();
        return operator;
    }

    private void restart() {
        if (openedIn == parameters.epoch()) {
            operator.rescan();
        } else {
            openedIn = parameters.epoch();
            run.whenClosed(this::close);
            operator.open();
        }
    }

    private void close() {
        operator.close();
        hasResult = false;
        result = null;
    }

    /// What `compute` makes of the rows for an outer row; computed again only when the rows may be others.
    Object cached(Object[] row, Function<Operator, Object> compute) {
        bind(row);
        long now = dependencies.stamp();
        if (!hasResult || !cacheable || stamp != now) {
            hasResult = false;
            restart();
            result = compute.apply(operator);
            stamp = now;
            hasResult = true;
        }
        return result;
    }
}
