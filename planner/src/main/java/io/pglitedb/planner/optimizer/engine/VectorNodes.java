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
            case PlanNode.Vectorized _, PlanNode.Append _, PlanNode.FamilyScan _ -> true;
            case PlanNode.SeqScan scan ->
                scan.table().table().kind() != SEQUENCE
                        && scan.table().attributes().stream().allMatch(attribute -> attribute > 0)
                        && isStable(scan.filter(), catalog);
            case PlanNode.Filter filter -> isStable(filter.predicate(), catalog);
            case PlanNode.Project project -> areStable(project.expressions(), catalog);
            case PlanNode.Aggregate aggregate ->
                aggregate.groupingSets().isEmpty()
                        && (!aggregate.sorted() || aggregate.keys().isEmpty())
                        && areStable(aggregate.calls(), catalog);
            case PlanNode.HashJoin join ->
                !join.nullAware()
                        && isStable(join.residual(), catalog)
                        && join.keys().stream()
                                .allMatch(key -> isStable(key.left(), catalog) && isStable(key.right(), catalog));
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
