package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.cost.Costs;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.from.Parameterizer;
import io.pglitedb.planner.optimizer.selectivity.ColumnFacts;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ways to join two sides: what they cost, and the nodes that do it.
final class JoinPaths {
    /// One side of a join that is planned already.
    ///
    /// @param leaf the table that it is, when it is nothing else, with the conditions on it; else null
    /// @param lateral parameters that its plan takes from other leaves
    record Side(Path path, Leaf.Table leaf, List<Expr> conditions, List<ParameterBinding> lateral) {
        Set<Integer> leaves() {
            return path.leaves();
        }

        static Side of(Path path, List<ParameterBinding> lateral) {
            return new Side(path, null, List.of(), lateral);
        }
    }

    enum Method {
        HASH,
        /// a hash join with the left side in the table: of LEFT, a RIGHT join of the sides changed
        HASH_SWAPPED,
        NESTED,
        /// an index scan of the right side for each left row
        INDEXED
    }

    /// What a join is made of, as far as its cost goes.
    ///
    /// @param side the right side when it is one planned by itself, else null
    /// @param hashable how many conditions a hash table can decide
    /// @param filters operators of the other conditions
    /// @param rows that it gives
    record Question(
            JoinType type,
            Estimate left,
            Set<Integer> leftLeaves,
            Estimate right,
            Set<Integer> rightLeaves,
            Side side,
            List<Expr> conditions,
            int hashable,
            double filters,
            boolean nullAware,
            double rows) {}

    /// @param estimate startup, total, rows and width of the join
    record Way(Method method, Estimate estimate) {}

    private final PlanningContext context;
    private final CatalogView catalog;
    private final Costs costs;
    private final AccessPaths access;
    private final HashKeys hashKeys;

    JoinPaths(PlanningContext context, AccessPaths access) {
        this.context = context;
        this.catalog = context.catalog();
        this.costs = context.costs();
        this.access = access;
        this.hashKeys = new HashKeys(catalog);
    }

    /// Ways with the left side as the outer one; none when there is none.
    List<Way> ways(Question join) {
        List<Way> ways = new ArrayList<>(3);
        boolean lateral = join.side != null && needs(join.side, join.leftLeaves);
        boolean hash = !lateral && join.hashable > 0 && !(join.nullAware && join.hashable < join.conditions.size());
        if (hash) {
            ways.add(hash(join, false));
            if (join.type == JoinType.LEFT) {
                ways.add(hash(join, true));
            }
        }
        boolean full = join.type == JoinType.FULL;
        boolean nested = join.type != JoinType.RIGHT && !join.nullAware && (!full || isConstant(join.conditions));
        if (nested) {
            ways.add(nested(join, lateral));
            if (join.side != null && join.side.leaf != null && !join.conditions.isEmpty()) {
                Way indexed = indexed(join);
                if (indexed != null) {
                    ways.add(indexed);
                }
            }
        }
        return ways;
    }

    /// FULL JOIN ON true is one without conditions.
    private static boolean isConstant(List<Expr> conditions) {
        return conditions.stream()
                .allMatch(condition -> ExpressionFacts.leaves(condition).isEmpty());
    }

    /// Whether a hash table of the right side's rows can decide the condition.
    boolean isHashable(Expr condition, Set<Integer> left, Set<Integer> right) {
        return !hashKeys.split(List.of(condition), left, right).keys().isEmpty();
    }

    private static boolean needs(Side side, Set<Integer> others) {
        for (ParameterBinding binding : side.lateral) {
            for (int leaf : ExpressionFacts.leaves(binding.value())) {
                if (others.contains(leaf)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Estimate estimate(Question join, double[] cost) {
        int width = join.type.leftOnly() ? join.left.width() : join.left.width() + join.right.width();
        return new Estimate(cost[0], cost[0] + cost[1], join.rows, width);
    }

    private Way hash(Question join, boolean swapped) {
        Estimate outer = swapped ? join.right : join.left;
        Estimate inner = swapped ? join.left : join.right;
        Set<Integer> innerLeaves = swapped ? join.leftLeaves : join.rightLeaves;
        double bucketShare = bucketShare(join.conditions, innerLeaves, inner.rows());
        boolean first = join.type.leftOnly() || isUnique(join.conditions, innerLeaves);
        double[] cost = costs.hashJoin(
                outer,
                inner,
                join.hashable,
                bucketShare,
                join.rows,
                join.filters,
                first,
                Math.min(outer.rows(), join.rows));
        return new Way(swapped ? Method.HASH_SWAPPED : Method.HASH, estimate(join, cost));
    }

    /// Whether no two rows of a side have the same key.
    private boolean isUnique(List<Expr> conditions, Set<Integer> side) {
        for (Expr condition : conditions) {
            if (ExpressionFacts.hashableEquality(condition, catalog) != null) {
                for (Expr operand : ((Expr.OperatorCall) condition).arguments()) {
                    Set<Integer> read = ExpressionFacts.leaves(operand);
                    if (read.size() == 1 && side.size() == 1 && side.containsAll(read)) {
                        ColumnFacts facts = context.facts().of(operand);
                        if (facts != null && facts.unique()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /// Share of the inner rows that have the same key as an average one, by the key that tells most.
    private double bucketShare(List<Expr> conditions, Set<Integer> inner, double innerRows) {
        double least = 1;
        for (Expr condition : conditions) {
            if (ExpressionFacts.hashableEquality(condition, catalog) == null) {
                continue;
            }
            for (Expr operand : ((Expr.OperatorCall) condition).arguments()) {
                Set<Integer> read = ExpressionFacts.leaves(operand);
                if (!read.isEmpty() && inner.containsAll(read)) {
                    ColumnFacts facts = context.facts().of(operand);
                    double distinct = facts == null ? 200 : facts.distinct();
                    if (facts != null && innerRows < facts.rows()) {
                        distinct = Math.max(1, distinct * innerRows / facts.rows());
                    }
                    double share = 1 / distinct;
                    if (facts != null && facts.shares().length > 0) {
                        share *= Math.max(1, facts.shares()[0] * facts.distinct());
                    }
                    least = Math.min(least, Math.min(1, share));
                }
            }
        }
        return least;
    }

    private Way nested(Question join, boolean lateral) {
        double once = join.right.total();
        double again;
        if (lateral) {
            again = once;
        } else {
            // The rows are kept for the next outer row.
            once += join.left.rows() > 1 ? costs.keeping(join.right.rows()) : 0;
            again = costs.rereading(join.right.rows());
        }
        double operators = ConditionCost.of(join.conditions, catalog);
        double pairs = join.left.rows() * join.right.rows();
        if (join.type.leftOnly()) {
            pairs /= 2;
            again /= 2;
        }
        return new Way(
                Method.NESTED,
                estimate(join, costs.nestedLoop(join.left, join.right.startup(), once, again, pairs, operators)));
    }

    private Way indexed(Question join) {
        AccessPaths.Inner inner = inner(join, new Parameterizer(context));
        if (inner == null) {
            return null;
        }
        Estimate once = inner.node().estimate();
        // The scan applies all the conditions itself: they are part of its range or its filter.
        double total = join.type.leftOnly() && once.rows() > 1 ? once.total() * 2 / (once.rows() + 1) : once.total();
        double pairs = join.left.rows() * (join.type.leftOnly() ? 1 : once.rows());
        return new Way(
                Method.INDEXED, estimate(join, costs.nestedLoop(join.left, once.startup(), total, total, pairs, 0)));
    }

    /// Null when no index fits, or values would have to come from elsewhere than the left side.
    private AccessPaths.Inner inner(Question join, Parameterizer parameters) {
        AccessPaths.Inner inner = access.parameterized(
                join.side.leaf, join.side.conditions, join.conditions, join.left.rows(), parameters);
        if (inner == null) {
            return null;
        }
        for (ParameterBinding binding : inner.bindings()) {
            if (!join.leftLeaves.containsAll(ExpressionFacts.leaves(binding.value()))) {
                return null;
            }
        }
        return inner;
    }

    Path build(Way way, Question join, Path left, Path right) {
        return switch (way.method) {
            case HASH -> hash(join.type, way.estimate, left, right, join.conditions, join.nullAware);
            case HASH_SWAPPED ->
                hash(
                        join.type == JoinType.LEFT ? JoinType.RIGHT : join.type,
                        way.estimate,
                        right,
                        left,
                        join.conditions,
                        false);
            case NESTED -> nested(join, way.estimate, left, right);
            case INDEXED -> {
                Parameterizer parameters = new Parameterizer(context);
                AccessPaths.Inner inner = inner(join, parameters);
                yield loop(
                        join.type,
                        way.estimate,
                        left,
                        new Path(inner.node(), inner.slots(), right.leaves()),
                        placed(inner.bindings(), left),
                        List.of());
            }
        };
    }

    private Path hash(
            JoinType type, Estimate estimate, Path left, Path right, List<Expr> conditions, boolean nullAware) {
        HashKeys.Split split = hashKeys.split(conditions, left.leaves(), right.leaves());
        SlotMap both = left.slots().followedBy(right.slots());
        List<PlanNode.HashKey> keys = new ArrayList<>();
        for (HashKeys.Key key : split.keys()) {
            keys.add(new PlanNode.HashKey(
                    left.slots().place(key.left()), right.slots().place(key.right()), key.operator(), key.collation()));
        }
        PlanNode node = new PlanNode.HashJoin(
                type,
                left.node(),
                right.node(),
                keys,
                Conjuncts.and(both.placeAll(split.residual())),
                nullAware,
                PlanNode.joined(type, left.node(), right.node()),
                estimate);
        return path(type, node, left, right);
    }

    private Path nested(Question join, Estimate estimate, Path left, Path right) {
        List<ParameterBinding> mine = new ArrayList<>();
        if (join.side != null) {
            for (ParameterBinding binding : join.side.lateral) {
                // What reads leaves further out is bound by a join above.
                if (left.leaves().containsAll(ExpressionFacts.leaves(binding.value()))) {
                    mine.add(binding);
                }
            }
        }
        return loop(join.type, estimate, left, right, placed(mine, left), join.conditions);
    }

    private static List<ParameterBinding> placed(List<ParameterBinding> bindings, Path left) {
        return bindings.stream()
                .map(binding ->
                        new ParameterBinding(binding.parameter(), left.slots().place(binding.value())))
                .toList();
    }

    private static Path loop(
            JoinType type,
            Estimate estimate,
            Path left,
            Path right,
            List<ParameterBinding> bindings,
            List<Expr> conditions) {
        SlotMap both = left.slots().followedBy(right.slots());
        PlanNode node = new PlanNode.NestedLoop(
                type,
                left.node(),
                right.node(),
                bindings,
                Conjuncts.and(both.placeAll(conditions)),
                PlanNode.joined(type, left.node(), right.node()),
                estimate);
        return path(type, node, left, right);
    }

    private static Path path(JoinType type, PlanNode node, Path left, Path right) {
        Set<Integer> leaves = new HashSet<>(left.leaves());
        leaves.addAll(right.leaves());
        return new Path(node, type.leftOnly() ? left.slots() : left.slots().followedBy(right.slots()), leaves);
    }
}
