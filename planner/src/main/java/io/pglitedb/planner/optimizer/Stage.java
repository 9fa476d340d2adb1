package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.path.Order;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.SortGroupClause;
import java.util.ArrayList;
import java.util.List;

/// A plan under construction and where its rows keep what.
///
/// @param order of the rows, as far as it is known
record Stage(PlanNode node, SlotMap slots, List<Order> order) {
    private static final double EXPRESSION = 0.0025;

    Stage(PlanNode node, SlotMap slots) {
        this(node, slots, List.of());
    }

    /// The same rows with further columns for those expressions that no slot holds yet.
    Stage with(List<Expr> expressions) {
        List<Expr> missing = new ArrayList<>();
        for (Expr expression : expressions) {
            if (slots.slotOf(expression) < 0 && !missing.contains(expression)) {
                missing.add(expression);
            }
        }
        if (missing.isEmpty()) {
            return this;
        }
        List<Expr> outputs = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>(node.columns());
        for (int i = 0; i < columns.size(); i++) {
            outputs.add(columns.get(i).slot(i));
        }
        for (Expr expression : missing) {
            outputs.add(slots.place(expression));
            columns.add(PlanColumn.of("", expression));
        }
        List<Expr> contents = new ArrayList<>(slots.contents());
        contents.addAll(missing);
        return new Stage(
                new PlanNode.Project(node, outputs, columns, computed(missing.size())), new SlotMap(contents), order);
    }

    /// Rows of these expressions only.
    Stage project(List<Expr> expressions, List<String> names) {
        List<Expr> placed = slots.placeAll(expressions);
        if (isIdentity(placed)) {
            return this;
        }
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            String label = placed.get(i) instanceof Expr.Slot slot
                    ? node.columns().get(slot.index()).label()
                    : names.get(i);
            columns.add(PlanColumn.of(label == null ? "" : label, placed.get(i)));
        }
        return new Stage(
                new PlanNode.Project(node, placed, columns, computed(placed.size())), new SlotMap(expressions), order);
    }

    /// Rows of exactly these expressions, which need not be told apart: one may stand there twice.
    Stage rows(List<Expr> expressions, List<String> names) {
        List<PlanColumn> columns = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            columns.add(PlanColumn.of(names.get(i), expressions.get(i)));
        }
        List<Expr> placed = slots.placeAll(expressions);
        return new Stage(
                new PlanNode.Project(node, placed, columns, computed(placed.size())), new SlotMap(expressions), order);
    }

    private boolean isIdentity(List<Expr> placed) {
        if (placed.size() != node.columns().size()) {
            return false;
        }
        for (int i = 0; i < placed.size(); i++) {
            if (!(placed.get(i) instanceof Expr.Slot slot && slot.index() == i)) {
                return false;
            }
        }
        return true;
    }

    private Estimate computed(int expressions) {
        Estimate below = node.estimate();
        return new Estimate(
                below.startup(), below.total() + below.rows() * expressions * EXPRESSION, below.rows(), below.width());
    }

    Stage filter(List<Expr> conditions, PlanningContext context) {
        if (conditions.isEmpty()) {
            return this;
        }
        Estimate below = node.estimate();
        Estimate estimate = new Estimate(
                below.startup(),
                below.total()
                        + context.costs().conditions(below.rows(), ConditionCost.of(conditions, context.catalog())),
                Math.max(1, Math.rint(below.rows() * context.selectivity().of(conditions))),
                below.width());
        Expr predicate = Conjuncts.and(slots.placeAll(conditions));
        return new Stage(new PlanNode.Filter(node, predicate, estimate), slots, order);
    }

    /// @param rowsMax rows wanted at most, -1 when unknown
    Stage sort(List<SortKey> keys, long rowsMax, PlanningContext context) {
        List<Order> wanted = keys.stream()
                .map(key ->
                        new Order(slots.contents().get(key.slot()), key.operator(), key.descending(), key.nullsFirst()))
                .toList();
        if (Order.satisfies(order, wanted)) {
            return this;
        }
        Estimate estimate = context.costs().sort(node.estimate(), rowsMax);
        return new Stage(new PlanNode.Sort(node, keys, rowsMax, estimate), slots, wanted);
    }

    SortKey sortKey(Expr expression, SortGroupClause clause, boolean descending) {
        return new SortKey(
                slots.slotOf(expression),
                clause.sortOperator(),
                descending,
                clause.nullsFirst(),
                expression.collation());
    }

    GroupKey groupKey(Expr expression, int equality) {
        return new GroupKey(slots.slotOf(expression), equality, expression.collation());
    }
}
