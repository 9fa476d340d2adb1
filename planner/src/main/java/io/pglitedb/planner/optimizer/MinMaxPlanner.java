package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.AggregateDef;
import io.pglitedb.planner.optimizer.cost.Costs;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.path.JoinPlanner;
import io.pglitedb.planner.optimizer.path.Order;
import io.pglitedb.planner.optimizer.path.Path;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `min` and `max` of one table without groups: each is the first row of an index. Source: PostgreSQL's
/// planagg.c.
final class MinMaxPlanner {
    private static final int GREATER = 5;
    /// Share of the rows that the first one is.
    private static final double FIRST = 1e-3;

    private final Scope scope;
    private final PlanningContext context;
    private final Query query;

    MinMaxPlanner(Scope scope) {
        this.scope = scope;
        this.context = scope.context();
        this.query = scope.query();
    }

    /// A row without columns, when every aggregate is the first of an index and that costs less than to read all
    /// rows; the aggregates in the expressions are then replaced. Null otherwise.
    ///
    /// @param from simplified
    Stage plan(JoinItem from, List<Expr> targets, List<Expr> having) {
        Set<Expr.AggregateCall> calls = new LinkedHashSet<>();
        targets.forEach(target -> GroupingPlanner.collect(target, calls));
        having.forEach(condition -> GroupingPlanner.collect(condition, calls));
        Leaf.Table leaf = calls.isEmpty()
                        || !query.group().isEmpty()
                        || !query.groupingSets().isEmpty()
                ? null
                : table(from);
        if (leaf == null) {
            return null;
        }
        List<Expr> conditions = from instanceof JoinItem.Inner inner ? inner.conditions() : List.of();
        if (conditions.stream().anyMatch(MinMaxPlanner::dependsOnOthers)
                || leaf.security().stream().anyMatch(MinMaxPlanner::dependsOnOthers)) {
            return null;
        }
        Map<Expr.AggregateCall, PlanNode> plans = new LinkedHashMap<>();
        double cost = 0;
        for (Expr.AggregateCall call : calls) {
            PlanNode first = first(leaf, conditions, call);
            if (first == null) {
                return null;
            }
            plans.put(call, first);
            cost += first.estimate().total();
        }
        Costs costs = context.costs();
        Path all = new JoinPlanner(context).plan(from);
        if (cost >= costs.plain(all.node().estimate(), calls.size(), 0).total()) {
            return null;
        }
        Map<Expr, Expr> replaced = new LinkedHashMap<>();
        plans.forEach((call, plan) -> replaced.put(call, value(call, plan)));
        targets.replaceAll(target -> replace(target, replaced));
        having.replaceAll(condition -> replace(condition, replaced));
        Estimate estimate = new Estimate(cost, cost + costs.tuples(1), 1, 0);
        return new Stage(new PlanNode.SingleRow(estimate), SlotMap.EMPTY).filter(having, context);
    }

    private static Leaf.Table table(JoinItem from) {
        return switch (from) {
            case JoinItem.One(Leaf.Table leaf) -> leaf;
            case JoinItem.Inner inner
            when inner.items().size() == 1 -> table(inner.items().getFirst());
            default -> null;
        };
    }

    /// A sub plan without parameters is run once, whatever changes outside.
    private static boolean dependsOnOthers(Expr expression) {
        return expression instanceof Expr.SubPlan
                || expression instanceof Expr.Param parameter && parameter.kind() == Expr.ParamKind.EXECUTION
                || expression.children().stream().anyMatch(MinMaxPlanner::dependsOnOthers);
    }

    /// Null when no index gives it.
    private PlanNode first(Leaf.Table leaf, List<Expr> conditions, Expr.AggregateCall call) {
        AggregateDef aggregate = context.catalog().aggregate(call.function());
        boolean plain = aggregate != null
                && aggregate.sortOperator() != 0
                && call.arguments().size() == 1
                && call.order().isEmpty()
                && call.filter() == null;
        Expr argument = plain ? call.arguments().getFirst().expression() : null;
        if (argument == null
                || ExpressionFacts.leaves(argument).isEmpty()
                || ExpressionFacts.isVolatile(argument, context.catalog())
                || dependsOnOthers(argument)) {
            return null;
        }
        Leaf.Table own = new Leaf.Table(context.newLeaf(), leaf.alias(), leaf.table(), leaf.inherit());
        context.define(own);
        own.secure(leaf.security().stream()
                .map(condition -> over(condition, leaf, own))
                .toList());
        Expr ownArgument = over(argument, leaf, own);
        List<Expr> ownConditions = new ArrayList<>();
        ownConditions.add(new Expr.NullTest(ownArgument, false, false, Origin.NONE));
        conditions.forEach(condition -> ownConditions.add(over(condition, leaf, own)));
        boolean greatest = context.catalog().familiesOf(aggregate.sortOperator()).stream()
                .anyMatch(member -> member.strategy() == GREATER);
        Order order = new Order(ownArgument, aggregate.sortOperator(), greatest, greatest);
        List<Path> paths = new JoinPlanner(context)
                .both(new JoinItem.Inner(List.of(new JoinItem.One(own)), ownConditions), List.of(order), FIRST);
        return paths.size() < 2 ? null : limit(paths.get(1), ownArgument);
    }

    private PlanNode limit(Path path, Expr argument) {
        Stage stage = new Stage(path.node(), path.slots(), path.order()).project(List.of(argument), List.of(""));
        Estimate below = stage.node().estimate();
        double total = below.startup() + (below.total() - below.startup()) / Math.max(1, below.rows());
        Expr one = new Expr.Const(1L, Oids.INT8, -1, 0, Origin.NONE);
        return new PlanNode.Limit(
                stage.node(), null, one, List.of(), new Estimate(below.startup(), total, 1, below.width()));
    }

    private static Expr over(Expr expression, Leaf.Table from, Leaf.Table to) {
        return expression instanceof Expr.Var variable && variable.rangeTableIndex() == from.number()
                ? to.variable(variable.attribute())
                : expression.mapChildren(child -> over(child, from, to));
    }

    private Expr value(Expr.AggregateCall call, PlanNode plan) {
        return new Expr.SubPlan(
                Expr.SubLinkKind.SCALAR,
                context.addSubPlan("InitPlan", plan),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                call.type(),
                -1,
                call.collation(),
                call.origin());
    }

    private static Expr replace(Expr expression, Map<Expr, Expr> replaced) {
        Expr known = replaced.get(expression);
        return known != null ? known : expression.mapChildren(child -> replace(child, replaced));
    }
}
