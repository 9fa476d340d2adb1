package io.pglitedb.executor.row.subplan;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.row.expression.Parameters;
import io.pglitedb.executor.row.expression.SubPlanCompiler;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Makes evaluators of subqueries, each with operators of its own.
public final class SubPlans implements SubPlanCompiler {
    private final BuildContext context;

    public SubPlans(BuildContext context) {
        this.context = context;
    }

    @Override
    public Evaluator compile(Expr.SubPlan subPlan, ExpressionCompiler compiler) {
        PlanNode root = context.statement().subPlans().get(subPlan.plan()).root();
        Operator operator = context.buildApart(root);
        SubQuery query = new SubQuery(subPlan, operator, root, context, compiler.compileAll(subPlan.arguments()));
        Evaluator test = compiler.compileOptional(subPlan.test());
        return switch (subPlan.kind()) {
            case EXISTS -> row -> query.cached(row, SubPlans::exists);
            case SCALAR ->
                row -> {
                    Object[] found = (Object[]) query.cached(row, SubPlans::only);
                    return found == null ? null : found[0];
                };
            case ARRAY -> {
                ArrayCollector collector = new ArrayCollector(
                        subPlan.type(), root.columns().getFirst().type(), compiler.binder());
                yield row -> query.cached(row, collector::collect);
            }
            case ROW_COMPARE -> {
                Outputs outputs = new Outputs(subPlan.outputs(), context.run().parameters());
                yield row -> {
                    Object[] found = (Object[]) query.cached(row, SubPlans::only);
                    if (found == null) {
                        return null;
                    }
                    outputs.set(found);
                    return test.evaluate(row);
                };
            }
            case MULTIEXPR -> {
                Outputs outputs = new Outputs(subPlan.outputs(), context.run().parameters());
                yield row -> {
                    outputs.set((Object[]) query.cached(row, SubPlans::only));
                    return null;
                };
            }
            case ANY, ALL ->
                subPlan.hashKeys().isEmpty()
                        ? quantified(subPlan, query, test)
                        : new HashedAny(subPlan, query, context, compiler);
        };
    }

    private static Object exists(Operator rows) {
        return rows.next() != null;
    }

    /// The only row, null without one.
    private static Object only(Operator rows) {
        Object[] row = rows.next();
        if (row != null && rows.next() != null) {
            throw new PgException(
                    SqlState.CARDINALITY_VIOLATION, "more than one row returned by a subquery used as an expression");
        }
        return row;
    }

    private static Object all(Operator rows) {
        List<Object[]> all = new ArrayList<>();
        for (Object[] row = rows.next(); row != null; row = rows.next()) {
            all.add(row);
        }
        return all;
    }

    /// ANY is an OR over the rows, ALL an AND. What does not depend on the outer row is kept.
    private Evaluator quantified(Expr.SubPlan subPlan, SubQuery query, Evaluator test) {
        Outputs outputs = new Outputs(subPlan.outputs(), context.run().parameters());
        Boolean decisive = subPlan.kind() == Expr.SubLinkKind.ANY;
        if (subPlan.arguments().isEmpty()) {
            return row -> {
                Object result = !decisive;
                for (Object each : (List<?>) query.cached(row, SubPlans::all)) {
                    outputs.set((Object[]) each);
                    Object verdict = test.evaluate(row);
                    if (decisive.equals(verdict)) {
                        return decisive;
                    }
                    result = verdict == null ? null : result;
                }
                return result;
            };
        }
        return row -> {
            Operator rows = query.start(row);
            Object result = !decisive;
            for (Object[] each = rows.next(); each != null; each = rows.next()) {
                outputs.set(each);
                Object verdict = test.evaluate(row);
                if (decisive.equals(verdict)) {
                    return decisive;
                }
                result = verdict == null ? null : result;
            }
            return result;
        };
    }

    /// Where the columns of the subquery's row go.
    private static final class Outputs {
        private final int[] numbers;
        private final Parameters parameters;

        Outputs(List<Integer> numbers, Parameters parameters) {
            this.numbers = numbers.stream().mapToInt(Integer::intValue).toArray();
            this.parameters = parameters;
        }

        /// @param row null for a row of NULLs
        void set(Object[] row) {
            for (int i = 0; i < numbers.length; i++) {
                parameters.set(numbers[i], row == null ? null : row[i]);
            }
        }
    }
}
