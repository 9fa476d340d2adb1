package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.optimizer.cost.Costs;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.path.Order;
import io.pglitedb.planner.optimizer.selectivity.GroupCount;
import io.pglitedb.planner.optimizer.selectivity.TypeWidths;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.GroupingSet;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.SortGroupClause;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// GROUP BY, aggregates and HAVING of one query level.
final class GroupingPlanner {
    private final Scope scope;
    private final Query query;
    private final List<Expr> targets;
    private final List<Expr> having;
    private final List<Expr> keys = new ArrayList<>();
    private final List<Integer> equality = new ArrayList<>();
    /// Index of the key that a reference of the group clause is.
    private final Map<Integer, Integer> keyOfReference = new HashMap<>();
    private boolean hashable = true;

    /// @param targets lowered; GROUPING calls in them are replaced
    GroupingPlanner(Scope scope, List<Expr> targets, List<Expr> having) {
        this.scope = scope;
        this.query = scope.query();
        this.targets = targets;
        this.having = new ArrayList<>(having);
    }

    static boolean applies(Query query) {
        return query.features().aggregates()
                || !query.group().isEmpty()
                || !query.groupingSets().isEmpty()
                || query.having() != null;
    }

    /// @param inputs the cheapest, then perhaps one in an order of the keys
    Stage plan(List<Stage> inputs) {
        for (SortGroupClause clause : query.group()) {
            Expr key = targets.get(QueryPlanner.position(query, clause));
            int known = keys.indexOf(key);
            if (known < 0) {
                known = keys.size();
                keys.add(key);
                equality.add(clause.equalityOperator());
                hashable &= clause.hashable();
            }
            keyOfReference.put(clause.reference(), known);
        }
        List<List<Integer>> sets = groupingSets();
        addDependentColumns();
        Set<Expr.AggregateCall> calls = new LinkedHashSet<>();
        targets.forEach(target -> collect(target, calls));
        having.forEach(condition -> collect(condition, calls));
        Stage stage = aggregate(inputs.stream().map(input -> input.with(keys)).toList(), List.copyOf(calls), sets);
        if (!sets.isEmpty()) {
            groupConstants();
            Expr.Slot mask = new Expr.Slot(stage.node().columns().size() - 1, Oids.INT4, -1, 0, Origin.NONE);
            GroupingBits bits = new GroupingBits(scope.context().catalog(), mask, keyOfReference);
            targets.replaceAll(bits::replace);
            having.replaceAll(bits::replace);
        } else {
            targets.replaceAll(GroupingPlanner::allGrouped);
            having.replaceAll(GroupingPlanner::allGrouped);
        }
        return stage.filter(having, scope.context());
    }

    /// A constant that is a key is NULL in the rows of sets without it, so its targets read the key's slot.
    private void groupConstants() {
        targets.replaceAll(target -> target instanceof Expr.Const && keys.contains(target)
                ? new Expr.Slot(
                        keys.indexOf(target), target.type(), target.typmod(), target.collation(), target.origin())
                : target);
    }

    /// Without grouping sets every expression is grouped in every row.
    private static Expr allGrouped(Expr expression) {
        return expression instanceof Expr.Grouping grouping
                ? new Expr.Const(0, Oids.INT4, -1, 0, grouping.origin())
                : expression.mapChildren(GroupingPlanner::allGrouped);
    }

    static void collect(Expr expression, Set<Expr.AggregateCall> calls) {
        if (expression instanceof Expr.AggregateCall call) {
            calls.add(call);
        } else {
            expression.children().forEach(child -> collect(child, calls));
        }
    }

    /// Columns that are not grouped by, but depend on a grouped primary key, are keys as well.
    private void addDependentColumns() {
        DefaultOperators operators = new DefaultOperators(scope.context().catalog());
        List<Expr> found = new ArrayList<>();
        targets.forEach(target -> ungrouped(target, found));
        having.forEach(condition -> ungrouped(condition, found));
        for (Expr column : found) {
            keys.add(column);
            equality.add(operators.equality(column.type()));
        }
    }

    private void ungrouped(Expr expression, List<Expr> found) {
        if (keys.contains(expression)
                || expression instanceof Expr.AggregateCall
                || expression instanceof Expr.Grouping) {
            return;
        }
        if (expression instanceof Expr.Var) {
            if (!found.contains(expression)) {
                found.add(expression);
            }
            return;
        }
        expression.children().forEach(child -> ungrouped(child, found));
    }

    private Stage aggregate(List<Stage> inputs, List<Expr.AggregateCall> calls, List<List<Integer>> sets) {
        Stage input = inputs.getFirst();
        double groups =
                new GroupCount(scope.context()).of(keys, input.node().estimate().rows());
        Stage sortedInput = null;
        if (!keys.isEmpty() && sets.isEmpty()) {
            for (Stage candidate : inputs) {
                Stage sorted = sorted(candidate);
                if (sortedInput == null
                        || sorted.node().estimate().total()
                                < sortedInput.node().estimate().total()) {
                    sortedInput = sorted;
                }
            }
        }
        boolean sorted = sortedInput != null && (!hashable || isSortedCheaper(input, sortedInput, groups, calls));
        Stage stage = sorted ? sortedInput : input;
        List<GroupKey> groupKeys = new ArrayList<>();
        List<PlanColumn> columns = new ArrayList<>();
        List<Expr> contents = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Expr key = keys.get(i);
            int slot = stage.slots().slotOf(key);
            groupKeys.add(new GroupKey(slot, equality.get(i), key.collation()));
            columns.add(stage.node().columns().get(slot));
            contents.add(key);
        }
        List<Expr.AggregateCall> placed = new ArrayList<>();
        for (Expr.AggregateCall call : calls) {
            placed.add((Expr.AggregateCall) call.mapChildren(stage.slots()::place));
            columns.add(PlanColumn.of("", call));
            contents.add(call);
        }
        if (!sets.isEmpty()) {
            columns.add(new PlanColumn("GROUPING", Oids.INT4, -1, 0));
            contents.add(new Expr.Grouping(List.of(), List.of(), 0, Origin.NONE));
        }
        Estimate below = stage.node().estimate();
        int width = width(stage, groupKeys) + 8 * calls.size();
        double operators = operators(calls);
        Costs costs = scope.context().costs();
        Estimate estimate = keys.isEmpty()
                ? costs.plain(below, operators, width)
                : sorted
                        ? costs.sorted(below, keys.size(), operators, groups, width)
                        : costs.hashed(below, keys.size(), operators, groups * Math.max(1, sets.size()), width);
        PlanNode node = new PlanNode.Aggregate(stage.node(), sorted, groupKeys, sets, placed, columns, estimate);
        return new Stage(node, new SlotMap(contents), sorted ? stage.order() : List.of());
    }

    private int width(Stage stage, List<GroupKey> groupKeys) {
        int width = 0;
        for (GroupKey key : groupKeys) {
            PlanColumn column = stage.node().columns().get(key.slot());
            width += TypeWidths.of(scope.context().catalog(), column.type(), column.typmod());
        }
        return width;
    }

    private double operators(List<Expr.AggregateCall> calls) {
        double operators = 0;
        for (Expr.AggregateCall call : calls) {
            operators += 1 + ConditionCost.of(call.children(), scope.context().catalog());
        }
        return operators;
    }

    /// Groups that come sorted may save the sort of the result.
    private boolean isSortedCheaper(Stage input, Stage sortedInput, double groups, List<Expr.AggregateCall> calls) {
        Costs costs = scope.context().costs();
        double operators = operators(calls);
        Estimate hashed = costs.hashed(input.node().estimate(), keys.size(), operators, groups, 32);
        Estimate sorted = costs.sorted(sortedInput.node().estimate(), keys.size(), operators, groups, 32);
        if (!query.sort().isEmpty()
                && !query.features().windows()
                && query.distinct().isEmpty()) {
            List<Order> wanted = QueryPlanner.orders(scope, query.sort(), targets);
            hashed = costs.sort(hashed, -1);
            if (!Order.satisfies(sortedInput.order(), wanted)) {
                sorted = costs.sort(sorted, -1);
            }
        }
        return sorted.total() < hashed.total();
    }

    /// The input in an order of all keys: that of the result, as far as it is one of keys, first.
    private Stage sorted(Stage input) {
        List<SortKey> order = new ArrayList<>();
        List<Expr> left = new ArrayList<>(keys);
        for (SortGroupClause clause : query.sort()) {
            Expr key = targets.get(QueryPlanner.position(query, clause));
            if (!left.remove(key)) {
                break;
            }
            order.add(input.sortKey(key, clause, QueryPlanner.isDescending(scope, clause)));
        }
        for (SortKey key : sortKeys(input)) {
            if (left.contains(input.slots().contents().get(key.slot()))) {
                order.add(key);
            }
        }
        return input.sort(order, -1, scope.context());
    }

    private List<SortKey> sortKeys(Stage stage) {
        DefaultOperators operators = new DefaultOperators(scope.context().catalog());
        List<SortKey> list = new ArrayList<>();
        for (Expr key : keys) {
            list.add(new SortKey(stage.slots().slotOf(key), operators.less(key.type()), false, false, key.collation()));
        }
        return list;
    }

    private List<List<Integer>> groupingSets() {
        if (query.groupingSets().isEmpty()) {
            return List.of();
        }
        List<List<Integer>> sets = List.of(List.of());
        for (GroupingSet element : query.groupingSets()) {
            sets = product(sets, expand(element));
        }
        List<List<Integer>> result = new ArrayList<>();
        for (List<Integer> set : sets) {
            List<Integer> indexes =
                    set.stream().map(keyOfReference::get).distinct().sorted().toList();
            if (!query.groupDistinct() || !result.contains(indexes)) {
                result.add(indexes);
            }
        }
        return result;
    }

    private static List<List<Integer>> product(List<List<Integer>> left, List<List<Integer>> right) {
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> first : left) {
            for (List<Integer> second : right) {
                Set<Integer> both = new LinkedHashSet<>(first);
                both.addAll(second);
                all.add(List.copyOf(both));
            }
        }
        return all;
    }

    private static List<List<Integer>> expand(GroupingSet element) {
        return switch (element) {
            case GroupingSet.Empty ignored -> List.of(List.of());
            case GroupingSet.Simple(List<Integer> references) -> List.of(references);
            case GroupingSet.Rollup(List<GroupingSet> content) -> {
                List<List<Integer>> all = new ArrayList<>();
                for (int length = content.size(); length >= 0; length--) {
                    all.add(union(content.subList(0, length)));
                }
                yield all;
            }
            case GroupingSet.Cube(List<GroupingSet> content) -> {
                List<List<Integer>> all = new ArrayList<>();
                for (int mask = (1 << content.size()) - 1; mask >= 0; mask--) {
                    List<GroupingSet> chosen = new ArrayList<>();
                    for (int i = 0; i < content.size(); i++) {
                        if ((mask & 1 << content.size() - 1 - i) != 0) {
                            chosen.add(content.get(i));
                        }
                    }
                    all.add(union(chosen));
                }
                yield all;
            }
            case GroupingSet.Sets(List<GroupingSet> content) -> {
                List<List<Integer>> all = new ArrayList<>();
                content.forEach(set -> all.addAll(expand(set)));
                yield all;
            }
        };
    }

    private static List<Integer> union(List<GroupingSet> sets) {
        Set<Integer> all = new LinkedHashSet<>();
        sets.forEach(set -> expand(set).forEach(all::addAll));
        return List.copyOf(all);
    }

    /// GROUPING(a, b): a bit an argument, the last one lowest, set when the argument is not part of the row's
    /// set.
    private static final class GroupingBits {
        private final OperatorDef shiftRight;
        private final OperatorDef shiftLeft;
        private final OperatorDef and;
        private final OperatorDef or;
        private final Expr.Slot mask;
        private final Map<Integer, Integer> keyOfReference;

        GroupingBits(
                io.pglitedb.catalog.def.CatalogView catalog, Expr.Slot mask, Map<Integer, Integer> keyOfReference) {
            this.shiftRight = operator(catalog, ">>");
            this.shiftLeft = operator(catalog, "<<");
            this.and = operator(catalog, "&");
            this.or = operator(catalog, "|");
            this.mask = mask;
            this.keyOfReference = keyOfReference;
        }

        private static OperatorDef operator(io.pglitedb.catalog.def.CatalogView catalog, String name) {
            for (OperatorDef operator : catalog.operators(name)) {
                if (operator.leftType() == Oids.INT4 && operator.rightType() == Oids.INT4) {
                    return operator;
                }
            }
            throw new IllegalStateException("no operator int4 " + name + " int4");
        }

        Expr replace(Expr expression) {
            if (!(expression instanceof Expr.Grouping grouping)) {
                return expression instanceof Expr.AggregateCall ? expression : expression.mapChildren(this::replace);
            }
            Expr bits = constant(0);
            for (int reference : grouping.references()) {
                Expr bit = call(and, call(shiftRight, mask, constant(keyOfReference.get(reference))), constant(1));
                bits = call(or, call(shiftLeft, bits, constant(1)), bit);
            }
            return bits;
        }

        private static Expr constant(int value) {
            return new Expr.Const(value, Oids.INT4, -1, 0, Origin.NONE);
        }

        private static Expr call(OperatorDef operator, Expr left, Expr right) {
            return new Expr.OperatorCall(
                    operator.oid(), operator.function(), List.of(left, right), false, Oids.INT4, 0, 0, Origin.NONE);
        }
    }
}
