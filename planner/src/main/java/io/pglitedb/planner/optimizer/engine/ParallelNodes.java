package io.pglitedb.planner.optimizer.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.List;
import java.util.Set;

/// What several threads can run: each node of a pipeline from a table's rows upwards, and the calls that
/// aggregate its rows. Expressions must call nothing but what `pg_proc.proparallel` says is safe, and read
/// nothing that the session's thread computes meanwhile.
public final class ParallelNodes {
    /// Groups above which merging those of the threads costs what making them by several saves.
    private static final double GROUPS_MAX = 200_000;
    private static final int C_LANGUAGE = 13;
    /// Kinds of relations with rows of their own: tables and materialized views.
    private static final Set<Character> STORED = Set.of('r', 'm');

    private ParallelNodes() {}

    /// Whether the node gives its rows while it reads those of one table, from the node down its left sides.
    public static boolean isPipeline(PlanNode node, CatalogView catalog) {
        if (!VectorNodes.runs(node, catalog)) {
            return false;
        }
        return switch (node) {
            case PlanNode.Vectorized vectorized -> isPipeline(vectorized.input(), catalog);
            case PlanNode.SeqScan scan ->
                STORED.contains(scan.table().table().kind())
                        && (scan.filter() == null || isSafe(scan.filter(), catalog));
            case PlanNode.Filter filter -> isSafe(filter.predicate(), catalog) && isPipeline(filter.input(), catalog);
            case PlanNode.Project project ->
                areSafe(project.expressions(), catalog) && isPipeline(project.input(), catalog);
            case PlanNode.HashJoin join -> isProbe(join, catalog) && isPipeline(join.left(), catalog);
            default -> false;
        };
    }

    private static boolean isProbe(PlanNode.HashJoin join, CatalogView catalog) {
        boolean leftRowsOnly = switch (join.type()) {
            case INNER, LEFT, SEMI, ANTI -> true;
            case RIGHT, FULL -> false;
        };
        return leftRowsOnly
                && !BuildSide.isLeft(join)
                && !join.nullAware()
                && (join.residual() == null || isSafe(join.residual(), catalog))
                && join.keys().stream().allMatch(key -> isSafe(key.left(), catalog) && isSafe(key.right(), catalog));
    }

    /// Whether threads can aggregate parts of the rows each, and that pays.
    public static boolean canShare(PlanNode.Aggregate aggregate, CatalogView catalog) {
        return aggregate.groupingSets().isEmpty()
                && aggregate.estimate().rows() <= GROUPS_MAX
                && areSafe(aggregate.calls(), catalog)
                && isPipeline(aggregate.input(), catalog);
    }

    private static boolean areSafe(List<? extends Expr> expressions, CatalogView catalog) {
        return expressions.stream().allMatch(expression -> isSafe(expression, catalog));
    }

    private static boolean isSafe(Expr expression, CatalogView catalog) {
        boolean own = switch (expression) {
            case Expr.SubPlan _ -> false;
            case Expr.Param parameter -> parameter.kind() == Expr.ParamKind.EXTERNAL;
            case Expr.FunctionCall call -> isSafe(call.function(), catalog);
            case Expr.OperatorCall call -> isSafe(call.function(), catalog);
            case Expr.AggregateCall call -> isSafe(call.function(), catalog);
            case Expr.ScalarArrayOperation operation -> isSafe(operation.function(), catalog);
            case Expr.DistinctFrom distinct -> isSafe(distinct.function(), catalog);
            default -> true;
        };
        return own && expression.children().stream().allMatch(child -> isSafe(child, catalog));
    }

    /// Only built-in functions: stable ones look into the session, which belongs to its thread.
    private static boolean isSafe(int function, CatalogView catalog) {
        FunctionDef definition = catalog.function(function);
        return definition != null
                && definition.parallel() == 's'
                && definition.volatility() == 'i'
                && definition.language() <= C_LANGUAGE;
    }
}
