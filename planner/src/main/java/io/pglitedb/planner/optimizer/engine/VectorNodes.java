package io.pglitedb.planner.optimizer.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import java.util.List;

/// What the vectorized engine knows. Volatile functions it leaves to the row engine: their calls have an order.
public final class VectorNodes {
    private static final char SEQUENCE = 'S';
    private static final int FIRST_USER_OID = 16_384;

    private VectorNodes() {}

    /// Whether the node itself, whatever runs its inputs, runs vectorized. What locks rows has columns that
    /// vectors do not have.
    public static boolean runs(PlanNode node, CatalogView catalog) {
        return knows(node, catalog)
                && node.inputs().stream()
                        .flatMap(input -> input.columns().stream())
                        .noneMatch(column -> column.type() == Oids.INTERNAL);
    }

    private static boolean knows(PlanNode node, CatalogView catalog) {
        return switch (node) {
            case PlanNode.Vectorized _,
                    PlanNode.Append _,
                    PlanNode.FamilyScan _,
                    PlanNode.Sort _,
                    PlanNode.Unique _,
                    PlanNode.SetOperation _ -> true;
            case PlanNode.SeqScan scan ->
                scan.table().table().kind() != SEQUENCE
                        && scan.table().attributes().stream().allMatch(attribute -> attribute > 0)
                        && isStable(scan.filter(), catalog);
            case PlanNode.Filter filter -> isStable(filter.predicate(), catalog);
            case PlanNode.Project project -> areStable(project.expressions(), catalog);
            case PlanNode.Limit limit ->
                limit.ties().isEmpty()
                        && isStable(limit.offset(), catalog)
                        && isStable(limit.count(), catalog)
                        && givesRowsOnly(limit.input(), catalog);
            case PlanNode.Aggregate aggregate ->
                (!aggregate.sorted()
                                || aggregate.keys().isEmpty()
                                || !aggregate.groupingSets().isEmpty())
                        && areStable(aggregate.calls(), catalog);
            case PlanNode.Window window -> VectorWindows.knows(window, catalog) && areStable(window.calls(), catalog);
            case PlanNode.HashJoin join ->
                !join.nullAware()
                        && isStable(join.residual(), catalog)
                        && join.keys().stream()
                                .allMatch(key -> isStable(key.left(), catalog) && isStable(key.right(), catalog));
            default -> false;
        };
    }

    /// Whether the node may give more rows than somebody asks for without anybody noticing: once it has begun, it
    /// computes nothing for a row that could fail.
    static boolean givesRowsOnly(PlanNode node, CatalogView catalog) {
        return runs(node, catalog)
                && switch (node) {
                    case PlanNode.Vectorized vectorized -> givesRowsOnly(vectorized.input(), catalog);
                    case PlanNode.Sort _, PlanNode.SetOperation _ -> true;
                    case PlanNode.Unique unique -> givesRowsOnly(unique.input(), catalog);
                    case PlanNode.SeqScan scan -> scan.filter() == null;
                    case PlanNode.Project project ->
                        project.expressions().stream()
                                        .allMatch(each -> each instanceof Expr.Slot || each instanceof Expr.Const)
                                && givesRowsOnly(project.input(), catalog);
                    case PlanNode.Limit limit -> givesRowsOnly(limit.input(), catalog);
                    case PlanNode.Aggregate aggregate ->
                        aggregate.calls().stream().allMatch(call -> call.function() < FIRST_USER_OID);
                    case PlanNode.Append _, PlanNode.FamilyScan _ ->
                        node.inputs().stream().allMatch(input -> givesRowsOnly(input, catalog));
                    default -> false;
                };
    }

    private static boolean isStable(Expr expression, CatalogView catalog) {
        return expression == null || !ExpressionFacts.isVolatile(expression, catalog);
    }

    private static boolean areStable(List<? extends Expr> expressions, CatalogView catalog) {
        return expressions.stream().allMatch(expression -> isStable(expression, catalog));
    }
}
