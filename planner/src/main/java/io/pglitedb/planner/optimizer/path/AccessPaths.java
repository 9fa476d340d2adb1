package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.from.Parameterizer;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.KeyRange;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ways to read one leaf.
final class AccessPaths {
    private static final int COLUMN_WIDTH = 8;

    private final CatalogView catalog;
    private final TableSizes sizes;
    private final TableExpressions tableExpressions;

    AccessPaths(CatalogView catalog, TableSizes sizes, TableExpressions tableExpressions) {
        this.catalog = catalog;
        this.sizes = sizes;
        this.tableExpressions = tableExpressions;
    }

    /// The cheapest way with these conditions, which read the leaf only.
    Path best(Leaf leaf, List<Expr> conditions) {
        return switch (leaf) {
            case Leaf.Table table -> table(table, conditions);
            case Leaf.Rows rows -> rows(rows, conditions);
        };
    }

    double baseRows(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Table table -> tableRows(table);
            case Leaf.Rows rows -> rows.plan().estimate().rows();
        };
    }

    private double tableRows(Leaf.Table leaf) {
        return Math.max(1, sizes.size(leaf.table()).rows());
    }

    private Path rows(Leaf.Rows leaf, List<Expr> conditions) {
        PlanNode plan = leaf.plan();
        List<Expr> contents = new ArrayList<>();
        for (int i = 1; i <= plan.columns().size(); i++) {
            contents.add(leaf.variable(i));
        }
        SlotMap slots = new SlotMap(contents);
        PlanNode node = plan;
        if (!conditions.isEmpty()) {
            double rows = Math.max(1, plan.estimate().rows() * Selectivity.of(conditions, catalog));
            double cost = plan.estimate().total() + plan.estimate().rows() * conditions.size() * Cost.OPERATOR;
            node = new PlanNode.Filter(
                    plan,
                    Conjuncts.and(slots.placeAll(conditions)),
                    new Estimate(
                            plan.estimate().startup(),
                            cost,
                            rows,
                            plan.estimate().width()));
        }
        return new Path(node, slots, Set.of(leaf.number()));
    }

    private Path table(Leaf.Table leaf, List<Expr> conditions) {
        Path best = sequential(leaf, conditions);
        Path tids = byTid(leaf, conditions);
        if (tids != null) {
            return tids;
        }
        for (IndexDef index : catalog.indexes(leaf.table().oid())) {
            Path path = byIndex(leaf, index, conditions, new Parameterless());
            if (path != null && path.cost() < best.cost()) {
                best = path;
            }
        }
        return best;
    }

    /// How values of other leaves get into the range.
    private interface Outside {
        Expr replace(Expr value);

        boolean allows(Expr value);
    }

    private static final class Parameterless implements Outside {
        @Override
        public Expr replace(Expr value) {
            return value;
        }

        @Override
        public boolean allows(Expr value) {
            return ExpressionFacts.leaves(value).isEmpty();
        }
    }

    /// @param node with the parameters in its range and filter
    /// @param bindings over leaf variables of the outer side
    record Inner(PlanNode node, SlotMap slots, List<PlanNode.ParameterBinding> bindings) {}

    /// The cheapest index scan that is run again for each outer row, null when there is none.
    ///
    /// @param own conditions on the leaf alone
    /// @param joins conditions that read the leaf and outer leaves
    Inner parameterized(Leaf.Table leaf, List<Expr> own, List<Expr> joins, Parameterizer parameters) {
        List<Expr> all = new ArrayList<>(joins);
        all.addAll(own);
        Inner best = null;
        for (IndexDef index : catalog.indexes(leaf.table().oid())) {
            Path path = byIndex(leaf, index, all, new Outside() {
                @Override
                public Expr replace(Expr value) {
                    return replaceOuter(value, leaf.number(), parameters);
                }

                @Override
                public boolean allows(Expr value) {
                    return true;
                }
            });
            if (path != null
                    && readsParameters(path, parameters)
                    && (best == null || path.cost() < best.node().estimate().total())) {
                best = new Inner(path.node(), path.slots(), List.of());
            }
        }
        return best == null ? null : new Inner(best.node(), best.slots(), parameters.bindings());
    }

    private static boolean readsParameters(Path path, Parameterizer parameters) {
        PlanNode.IndexScan scan = (PlanNode.IndexScan) path.node();
        List<Integer> numbers = parameters.bindings().stream()
                .map(PlanNode.ParameterBinding::parameter)
                .toList();
        List<Expr> values = new ArrayList<>(scan.range().equal());
        if (scan.range().any() != null) {
            values.add(scan.range().any());
        }
        if (scan.range().low() != null) {
            values.add(scan.range().low());
        }
        if (scan.range().high() != null) {
            values.add(scan.range().high());
        }
        return values.stream().anyMatch(value -> reads(value, numbers));
    }

    private static boolean reads(Expr expression, List<Integer> parameters) {
        return expression instanceof Expr.Param parameter
                        && parameter.kind() == Expr.ParamKind.EXECUTION
                        && parameters.contains(parameter.number())
                || expression.children().stream().anyMatch(child -> reads(child, parameters));
    }

    private static Expr replaceOuter(Expr value, int leaf, Parameterizer parameters) {
        return value instanceof Expr.Var variable
                ? variable.rangeTableIndex() == leaf ? value : parameters.parameter(value)
                : value.mapChildren(child -> replaceOuter(child, leaf, parameters));
    }

    private Path sequential(Leaf.Table leaf, List<Expr> conditions) {
        SlotMap slots = slots(leaf);
        double rows = tableRows(leaf);
        double cost = Cost.SEQUENTIAL_START + rows * (Cost.SEQUENTIAL_ROW + conditions.size() * Cost.OPERATOR);
        Estimate estimate = new Estimate(0, cost, estimateRows(rows, conditions), width(leaf));
        Expr filter = Conjuncts.and(slots.placeAll(conditions));
        return new Path(
                new PlanNode.SeqScan(leaf.scan(), columns(leaf), filter, estimate), slots, Set.of(leaf.number()));
    }

    private double estimateRows(double rows, List<Expr> conditions) {
        return Math.max(1, Math.rint(rows * Selectivity.of(conditions, catalog)));
    }

    private static int width(Leaf.Table leaf) {
        return leaf.attributes().size() * COLUMN_WIDTH;
    }

    private static SlotMap slots(Leaf.Table leaf) {
        List<Expr> contents = new ArrayList<>();
        for (int attribute : leaf.attributes()) {
            contents.add(leaf.variable(attribute));
        }
        return new SlotMap(contents);
    }

    private static List<PlanColumn> columns(Leaf.Table leaf) {
        return leaf.attributes().stream().map(leaf::column).toList();
    }

    private Path byTid(Leaf.Table leaf, List<Expr> conditions) {
        for (Expr condition : conditions) {
            if (condition instanceof Expr.OperatorCall call
                    && call.arguments().size() == 2
                    && call.arguments().get(0) instanceof Expr.Var variable
                    && variable.attribute() == -1
                    && call.arguments().get(1).type() == Oids.TID
                    && catalog.operator(call.operator()).name().equals("=")
                    && new Parameterless().allows(call.arguments().get(1))) {
                List<Expr> rest = new ArrayList<>(conditions);
                rest.remove(condition);
                SlotMap slots = slots(leaf);
                Estimate estimate = new Estimate(0, Cost.ROW_BY_ROWID, 1, width(leaf));
                PlanNode node = new PlanNode.TidScan(
                        leaf.scan(),
                        List.of(call.arguments().get(1)),
                        columns(leaf),
                        Conjuncts.and(slots.placeAll(rest)),
                        estimate);
                return new Path(node, slots, Set.of(leaf.number()));
            }
        }
        return null;
    }

    private Path byIndex(Leaf.Table leaf, IndexDef index, List<Expr> conditions, Outside outside) {
        if (!index.valid() || index.storage() == 0 || !sizes.readable(index) || !implied(index, leaf, conditions)) {
            return null;
        }
        List<Expr> keys = tableExpressions.indexKeys(index, leaf.table()).stream()
                .map(key -> tableExpressions.over(key, leaf.number()))
                .toList();
        IndexMatch.Match match =
                new IndexMatch(catalog, leaf.number()).match(index, leaf.table().columns(), keys, conditions);
        if (match == null || !match.used().stream().allMatch(used -> free(used, leaf, outside))) {
            return null;
        }
        SlotMap slots = slots(leaf);
        List<Expr> filter = new ArrayList<>(conditions);
        filter.removeAll(match.exact());
        double tableRows = tableRows(leaf);
        boolean unique = index.unique() && match.equalKeys() == index.keys().size();
        double matched = unique ? 1 : Math.max(1, tableRows * Selectivity.of(match.used(), catalog));
        double rows = unique ? 1 : estimateRows(matched, filter);
        double cost =
                Cost.INDEX_START + matched * (Cost.INDEX_ENTRY + Cost.ROW_BY_ROWID + filter.size() * Cost.OPERATOR);
        List<Expr> placedFilter =
                filter.stream().map(outside::replace).map(slots::place).toList();
        List<Expr> placedCondition =
                match.used().stream().map(outside::replace).map(slots::place).toList();
        PlanNode node = new PlanNode.IndexScan(
                leaf.scan(),
                index,
                replaced(match.range(), outside),
                false,
                Conjuncts.and(placedCondition),
                columns(leaf),
                Conjuncts.and(placedFilter),
                new Estimate(Cost.INDEX_START, cost, rows, width(leaf)));
        return new Path(node, slots, Set.of(leaf.number()));
    }

    private static boolean free(Expr condition, Leaf.Table leaf, Outside outside) {
        Set<Integer> read = new HashSet<>(ExpressionFacts.leaves(condition));
        read.remove(leaf.number());
        return read.isEmpty() || outside.allows(condition);
    }

    private static KeyRange replaced(KeyRange range, Outside outside) {
        return new KeyRange(
                range.equal().stream().map(outside::replace).toList(),
                range.any() == null ? null : outside.replace(range.any()),
                range.nullTest(),
                range.low() == null ? null : outside.replace(range.low()),
                range.lowInclusive(),
                range.high() == null ? null : outside.replace(range.high()),
                range.highInclusive());
    }

    /// Whether a partial index holds every row that the conditions let through: its predicate is among them.
    private boolean implied(IndexDef index, Leaf.Table leaf, List<Expr> conditions) {
        Expr predicate = tableExpressions.indexPredicate(index);
        return predicate == null
                || conditions.containsAll(Conjuncts.of(tableExpressions.over(predicate, leaf.number())));
    }
}
