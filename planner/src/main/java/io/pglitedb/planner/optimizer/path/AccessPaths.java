package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.optimizer.cost.Costs;
import io.pglitedb.planner.optimizer.cost.PlannerSettings;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.expression.Implication;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.from.Parameterizer;
import io.pglitedb.planner.optimizer.selectivity.ColumnFacts;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.IndexCover;
import io.pglitedb.planner.plan.KeyRange;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.Oids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Ways to read one leaf.
final class AccessPaths {
    private static final int BTREE = 403; // OID
    /// How much the first of several keys tells of where rows lie.
    private static final double FIRST_KEY_SHARE = 0.75;
    /// Of handing on a row of a family's table.
    private static final double APPENDED_ROW = 0.005;

    private final PlanningContext context;
    private final CatalogView catalog;
    private final Costs costs;
    private final TableExpressions tableExpressions;
    private final Families families;
    private final SecurityBarrier barrier;

    AccessPaths(PlanningContext context) {
        this.context = context;
        this.catalog = context.catalog();
        this.costs = context.costs();
        this.tableExpressions = new TableExpressions(context.session());
        this.families = new Families(context);
        this.barrier = new SecurityBarrier(catalog);
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
        return Math.max(1, context.rows(leaf.table()));
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
            double rows = Math.max(
                    1, Math.rint(plan.estimate().rows() * context.selectivity().of(conditions)));
            double cost = plan.estimate().total()
                    + costs.conditions(plan.estimate().rows(), ConditionCost.of(conditions, catalog));
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

    private Path table(Leaf.Table leaf, List<Expr> asked) {
        List<Expr> conditions = barrier.ordered(leaf, asked);
        List<Leaf.Table> members = families.members(leaf, conditions);
        return members == null
                ? single(leaf, conditions)
                : family(leaf, members, member -> single(member, translated(conditions, member)));
    }

    private static List<Expr> translated(List<Expr> conditions, Leaf.Table member) {
        return conditions.stream().map(member::translated).toList();
    }

    /// @param way how to read a member
    private Path family(Leaf.Table leaf, List<Leaf.Table> members, Function<Leaf.Table, Path> way) {
        List<PlanNode> scans = new ArrayList<>();
        double startup = 0;
        double total = 0;
        double rows = 0;
        for (Leaf.Table member : members) {
            PlanNode scan = asWhole(leaf, member, known(leaf, member, () -> way.apply(member)));
            startup = scans.isEmpty()
                    ? scan.estimate().startup()
                    : Math.min(startup, scan.estimate().startup());
            total += scan.estimate().total() + scan.estimate().rows() * APPENDED_ROW;
            rows += scan.estimate().rows();
            scans.add(scan);
        }
        Estimate estimate = new Estimate(startup, total, Math.max(1, rows), width(leaf));
        return new Path(new PlanNode.FamilyScan(scans, columns(leaf), estimate), slots(leaf), Set.of(leaf.number()));
    }

    /// While a member is planned its statistics are those of the leaf.
    private Path known(Leaf.Table leaf, Leaf.Table member, Supplier<Path> way) {
        context.define(member);
        try {
            return way.get();
        } finally {
            context.define(leaf);
        }
    }

    /// Whole rows of a member become whole rows of the table it belongs to.
    private static PlanNode asWhole(Leaf.Table leaf, Leaf.Table member, Path path) {
        if (!leaf.attributes().contains(0)
                || member.table().oid() == leaf.table().oid()) {
            return path.node();
        }
        List<Expr> outputs = slots(leaf).contents().stream()
                .map(member::translated)
                .map(path.slots()::place)
                .toList();
        return new PlanNode.Project(
                path.node(), outputs, columns(leaf), path.node().estimate());
    }

    private Path single(Leaf.Table leaf, List<Expr> conditions) {
        Path best = sequential(leaf, conditions);
        if (leaf.sampling() != null) {
            return best;
        }
        Path tids = byTid(leaf, conditions);
        if (tids != null) {
            return tids;
        }
        for (IndexDef index : catalog.indexes(leaf.table().oid())) {
            Path path = byIndex(leaf, index, conditions, new Parameterless(), List.of());
            if (path != null && (isPoint(path) && !isPoint(best) || path.cost() < best.cost())) {
                best = path;
            }
        }
        return best;
    }

    /// Whether a unique key finds the row. In the row store that costs less than to start a scan, however small
    /// the table is.
    private boolean isPoint(Path path) {
        return path.node() instanceof PlanNode.IndexScan scan
                && scan.index().unique()
                && scan.range().equal().size() == scan.index().keys().size()
                && costs.settings().enabled().indexScan();
    }

    /// The cheapest index scan that gives rows in an order, null when there is none.
    ///
    /// @param fraction of the rows that will be asked for
    Path ordered(Leaf.Table leaf, List<Expr> asked, List<Order> order, double fraction) {
        List<Expr> conditions = barrier.ordered(leaf, asked);
        if (leaf.sampling() != null || families.members(leaf, conditions) != null) {
            return null; // a sample has none; each of the tables of a family has an order of its own
        }
        Path best = null;
        double least = Double.MAX_VALUE;
        for (IndexDef index : catalog.indexes(leaf.table().oid())) {
            Path path = index.method() == BTREE ? byIndex(leaf, index, conditions, new Parameterless(), order) : null;
            if (path != null && path.cost(fraction) < least) {
                best = path;
                least = path.cost(fraction);
            }
        }
        return best;
    }

    /// How values of other leaves get into the range.
    private interface Outside {
        Expr replace(Expr value);

        boolean allows(Expr value);

        /// Of conditions some of which may read other leaves.
        double selectivity(List<Expr> conditions);

        /// How often the scan is run.
        double loops();
    }

    private final class Parameterless implements Outside {
        @Override
        public double selectivity(List<Expr> conditions) {
            return context.selectivity().of(conditions);
        }

        @Override
        public double loops() {
            return 1;
        }

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

    /// The cheapest scan by indexes that is run again for each outer row, null when there is none.
    ///
    /// @param own conditions on the leaf alone
    /// @param joins conditions that read the leaf and outer leaves
    /// @param loops how many outer rows there are
    Inner parameterized(Leaf.Table leaf, List<Expr> own, List<Expr> joins, double loops, Parameterizer parameters) {
        if (leaf.sampling() != null) {
            return null;
        }
        List<Expr> both = new ArrayList<>(joins);
        both.addAll(own);
        List<Expr> all = barrier.ordered(leaf, both);
        List<Leaf.Table> members = families.members(leaf, own);
        if (members == null) {
            Path path = parameterized(leaf, all, loops, parameters);
            return path == null ? null : new Inner(path.node(), path.slots(), parameters.bindings());
        }
        List<Path> paths = new ArrayList<>();
        for (Leaf.Table member : members) {
            Path path = known(leaf, member, () -> parameterized(member, translated(all, member), loops, parameters));
            if (path == null) {
                return null;
            }
            paths.add(path);
        }
        if (members.isEmpty()) {
            return null;
        }
        Path family = family(leaf, members, member -> paths.get(members.indexOf(member)));
        return new Inner(family.node(), family.slots(), parameters.bindings());
    }

    private Path parameterized(Leaf.Table leaf, List<Expr> conditions, double loops, Parameterizer parameters) {
        Path best = null;
        for (IndexDef index : catalog.indexes(leaf.table().oid())) {
            Path path = byIndex(
                    leaf,
                    index,
                    conditions,
                    new Outside() {
                        @Override
                        public Expr replace(Expr value) {
                            return replaceOuter(value, leaf.number(), parameters);
                        }

                        @Override
                        public boolean allows(Expr value) {
                            return true;
                        }

                        @Override
                        public double selectivity(List<Expr> some) {
                            List<Expr> single = new ArrayList<>();
                            double share = 1;
                            for (Expr condition : some) {
                                if (ExpressionFacts.leaves(condition).size() <= 1) {
                                    single.add(condition);
                                } else {
                                    share *= context.joinSelectivity().inner(condition);
                                }
                            }
                            return share * context.selectivity().of(single);
                        }

                        @Override
                        public double loops() {
                            return loops;
                        }
                    },
                    List.of());
            if (path != null && readsParameters(path, parameters) && (best == null || path.cost() < best.cost())) {
                best = path;
            }
        }
        return best;
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
        PlanNode.Sampling sampling = leaf.sampling();
        double rows = tableRows(leaf) * (sampling == null ? 1 : Samples.share(sampling));
        TableSizes.Size size = context.size(leaf.table());
        double cost = costs.seqScan(
                size.pages(),
                rows,
                ConditionCost.of(conditions, catalog),
                sampling == null && context.mayVectorize() ? size.coldShare() : 0);
        double startup = PlannerSettings.penalty(costs.settings().enabled().seqScan());
        double filtered = estimateRows(rows, conditions);
        context.filtered(leaf.number(), filtered);
        Estimate estimate = new Estimate(startup, cost, filtered, width(leaf));
        Expr filter = Conjuncts.and(slots.placeAll(conditions));
        PlanNode scan = sampling == null
                ? new PlanNode.SeqScan(leaf.scan(), columns(leaf), filter, estimate)
                : new PlanNode.SampleScan(leaf.scan(), sampling, columns(leaf), filter, estimate);
        return new Path(scan, slots, Set.of(leaf.number()));
    }

    private double estimateRows(double rows, List<Expr> conditions) {
        return Math.max(1, Math.rint(rows * context.selectivity().of(conditions)));
    }

    private int width(Leaf.Table leaf) {
        int width = 0;
        for (int attribute : leaf.attributes()) {
            if (attribute > 0) {
                width += context.facts().of(leaf.variable(attribute)).width();
            }
        }
        return width;
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
                Estimate estimate =
                        new Estimate(0, costs.settings().randomPageCost() + costs.tuples(1), 1, width(leaf));
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

    /// @param order that the scan has to give its rows in; without one a condition has to fit the index
    private Path byIndex(Leaf.Table leaf, IndexDef index, List<Expr> conditions, Outside outside, List<Order> order) {
        if (!index.valid() || index.storage() == 0 || !context.readable(index)) {
            return null;
        }
        Expr predicate = predicate(index, leaf);
        if (!holdsAll(predicate, conditions)) {
            return null;
        }
        List<Expr> keys = tableExpressions.indexKeys(index, leaf.table()).stream()
                .map(key -> tableExpressions.over(key, leaf.number()))
                .toList();
        IndexMatch.Match match = new IndexMatch(catalog, leaf.number())
                .match(index, leaf.table().columns(), keys, barrier.usable(leaf, conditions));
        if (match == null && !order.isEmpty()) {
            match = IndexMatch.Match.WHOLE;
        }
        if (match == null || !match.used().stream().allMatch(used -> free(used, leaf, outside))) {
            return null;
        }
        IndexOrder direction =
                order.isEmpty() ? IndexOrder.FORWARD : new IndexOrders(catalog).of(index, keys, match, order);
        if (direction == IndexOrder.NONE) {
            return null;
        }
        SlotMap slots = slots(leaf);
        List<Expr> filter = new ArrayList<>(conditions);
        filter.removeAll(match.exact());
        filter.removeIf(condition -> follows(predicate, condition));
        double tableRows = tableRows(leaf);
        boolean unique = index.unique() && match.equalKeys() == index.keys().size();
        double matched = unique ? 1 : Math.max(1, Math.rint(tableRows * outside.selectivity(match.used())));
        double rows = unique ? 1 : Math.max(1, Math.rint(tableRows * outside.selectivity(conditions)));
        double indexRows = predicate == null
                ? tableRows
                : Math.max(1, tableRows * context.selectivity().of(Conjuncts.of(predicate)));
        double[] cost = costs.indexScan(new Costs.IndexScan(
                matched,
                indexRows,
                TableSizes.indexPages(catalog, index, indexRows),
                context.size(leaf.table()).pages(),
                tableRows,
                correlation(index, keys),
                outside.loops(),
                !IndexCover.covers(index, leaf.attributes()),
                ConditionCost.of(match.used(), catalog),
                ConditionCost.of(filter, catalog)));
        List<Expr> placedFilter =
                filter.stream().map(outside::replace).map(slots::place).toList();
        List<Expr> placedCondition =
                match.used().stream().map(outside::replace).map(slots::place).toList();
        PlanNode node = new PlanNode.IndexScan(
                leaf.scan(),
                index,
                replaced(match.range(), outside),
                direction == IndexOrder.BACKWARD,
                Conjuncts.and(placedCondition),
                columns(leaf),
                Conjuncts.and(placedFilter),
                new Estimate(cost[0], cost[1], rows, width(leaf)));
        return new Path(node, slots, Set.of(leaf.number()), order);
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

    private double correlation(IndexDef index, List<Expr> keys) {
        ColumnFacts first = context.facts().of(keys.getFirst());
        if (first == null) {
            return 0;
        }
        double correlation = index.keys().getFirst().descending() ? -first.correlation() : first.correlation();
        return keys.size() > 1 ? correlation * FIRST_KEY_SHARE : correlation;
    }

    /// Whether an index holds every row that the conditions let through: a partial one when they imply its
    /// predicate.
    private boolean holdsAll(Expr predicate, List<Expr> conditions) {
        return predicate == null || new Implication(catalog, context.folding()).implies(conditions, predicate);
    }

    /// What the rows of a partial index need not be asked again.
    private boolean follows(Expr predicate, Expr condition) {
        return predicate != null
                && new Implication(catalog, context.folding()).implies(Conjuncts.of(predicate), condition);
    }

    /// Null when the index is not partial.
    private Expr predicate(IndexDef index, Leaf.Table leaf) {
        Expr predicate = tableExpressions.indexPredicate(index);
        return predicate == null ? null : tableExpressions.over(predicate, leaf.number());
    }
}
