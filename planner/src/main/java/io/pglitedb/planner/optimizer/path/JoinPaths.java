package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.optimizer.from.Parameterizer;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Ways to join two sides.
final class JoinPaths {
    /// One side of a join.
    ///
    /// @param leaf the table that it is, when it is nothing else, with the conditions on it; else null
    /// @param lateral parameters that its plan takes from other leaves
    record Side(Path path, Leaf.Table leaf, List<Expr> conditions, List<ParameterBinding> lateral) {
        Set<Integer> leaves() {
            return path.leaves();
        }
    }

    private final PlanningContext context;
    private final CatalogView catalog;
    private final AccessPaths access;
    private final HashKeys hashKeys;

    JoinPaths(PlanningContext context, AccessPaths access) {
        this.context = context;
        this.catalog = context.catalog();
        this.access = access;
        this.hashKeys = new HashKeys(catalog);
    }

    /// The cheapest join; for INNER either side may become the left one.
    Path best(JoinType type, Side left, Side right, List<Expr> conditions, boolean nullAware) {
        double rows = rows(type, left, right, conditions);
        List<Path> candidates = new ArrayList<>();
        boolean leftFirst = right.lateral.isEmpty() || left.lateral.isEmpty();
        addWays(type, left, right, conditions, nullAware, rows, candidates);
        if (type == JoinType.INNER && leftFirst) {
            addWays(type, right, left, conditions, nullAware, rows, candidates);
        }
        Path best = null;
        for (Path candidate : candidates) {
            if (best == null || candidate.cost() < best.cost()) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "FULL JOIN is only supported with merge-joinable or hash-joinable join conditions");
        }
        return best;
    }

    private void addWays(
            JoinType type,
            Side left,
            Side right,
            List<Expr> conditions,
            boolean nullAware,
            double rows,
            List<Path> candidates) {
        boolean rightNeedsLeft = needs(right, left.leaves());
        if (needs(left, right.leaves())) {
            return;
        }
        if (!rightNeedsLeft) {
            hashed(type, left, right, conditions, nullAware, rows, candidates);
        }
        if (type == JoinType.FULL || nullAware) {
            return;
        }
        if (type != JoinType.RIGHT) {
            candidates.add(nested(type, left, right, conditions, rows));
            if (right.leaf != null) {
                indexed(type, left, right, conditions, rows, candidates);
            }
        }
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

    private void hashed(
            JoinType type,
            Side left,
            Side right,
            List<Expr> conditions,
            boolean nullAware,
            double rows,
            List<Path> candidates) {
        HashKeys.Split split = hashKeys.split(conditions, left.leaves(), right.leaves());
        // As in PostgreSQL, every row meets every other one in a full join whose condition does not look at rows.
        boolean meetsAll = type == JoinType.FULL
                && conditions.stream()
                        .allMatch(condition -> ExpressionFacts.leaves(condition).isEmpty());
        if (split.keys().isEmpty() && !meetsAll
                || nullAware && !split.residual().isEmpty()) {
            return;
        }
        candidates.add(hash(type, left.path, right.path, split, nullAware, rows));
        if (type == JoinType.LEFT) {
            // The same join with the sides changed: the smaller side can be the one in the table.
            HashKeys.Split mirrored = hashKeys.split(conditions, right.leaves(), left.leaves());
            if (mirrored.keys().size() == split.keys().size()) {
                candidates.add(hash(JoinType.RIGHT, right.path, left.path, mirrored, false, rows));
            }
        }
    }

    private static Path hash(
            JoinType type, Path left, Path right, HashKeys.Split split, boolean nullAware, double rows) {
        SlotMap both = left.slots().followedBy(right.slots());
        List<PlanNode.HashKey> keys = new ArrayList<>();
        for (HashKeys.Key key : split.keys()) {
            keys.add(new PlanNode.HashKey(
                    left.slots().place(key.left()), right.slots().place(key.right()), key.operator(), key.collation()));
        }
        double startup = right.cost() + right.rows() * (Cost.HASH_BUILD_ROW + keys.size() * Cost.OPERATOR);
        double cost = startup
                + left.cost()
                + left.rows() * (Cost.HASH_PROBE_ROW + keys.size() * Cost.OPERATOR)
                + rows * (Cost.ROW_OUT + split.residual().size() * Cost.OPERATOR);
        PlanNode node = new PlanNode.HashJoin(
                type,
                left.node(),
                right.node(),
                keys,
                Conjuncts.and(both.placeAll(split.residual())),
                nullAware,
                PlanNode.joined(type, left.node(), right.node()),
                new Estimate(startup, cost, rows, width(type, left, right)));
        return path(type, node, left, right);
    }

    private static int width(JoinType type, Path left, Path right) {
        int leftWidth = left.node().estimate().width();
        return type.leftOnly() ? leftWidth : leftWidth + right.node().estimate().width();
    }

    private static Path path(JoinType type, PlanNode node, Path left, Path right) {
        Set<Integer> leaves = new HashSet<>(left.leaves());
        leaves.addAll(right.leaves());
        return new Path(node, type.leftOnly() ? left.slots() : left.slots().followedBy(right.slots()), leaves);
    }

    private Path nested(JoinType type, Side left, Side right, List<Expr> conditions, double rows) {
        List<ParameterBinding> bindings = new ArrayList<>();
        for (ParameterBinding binding : right.lateral) {
            // What reads leaves further out is bound by a join above.
            if (left.leaves().containsAll(ExpressionFacts.leaves(binding.value()))) {
                bindings.add(new ParameterBinding(
                        binding.parameter(), left.path.slots().place(binding.value())));
            }
        }
        double rescans = Math.max(0, left.path.rows() - 1);
        double rescan = bindings.isEmpty() ? right.path.rows() * Cost.OPERATOR : right.path.cost() + Cost.RESCAN;
        return nested(
                type,
                left.path,
                right.path,
                bindings,
                conditions,
                rows,
                right.path.cost() + rescans * rescan,
                right.path.rows());
    }

    private static Path nested(
            JoinType type,
            Path left,
            Path right,
            List<ParameterBinding> bindings,
            List<Expr> conditions,
            double rows,
            double rightCost,
            double pairsPerLeft) {
        SlotMap both = left.slots().followedBy(right.slots());
        double pairs = left.rows() * pairsPerLeft;
        double cost = left.cost() + rightCost + pairs * (Cost.OPERATOR * (1 + conditions.size())) + rows * Cost.ROW_OUT;
        PlanNode node = new PlanNode.NestedLoop(
                type,
                left.node(),
                right.node(),
                bindings,
                Conjuncts.and(both.placeAll(conditions)),
                PlanNode.joined(type, left.node(), right.node()),
                new Estimate(left.node().estimate().startup(), cost, rows, width(type, left, right)));
        return path(type, node, left, right);
    }

    /// An index scan of the right side with the left row's values.
    private void indexed(
            JoinType type, Side left, Side right, List<Expr> conditions, double rows, List<Path> candidates) {
        Parameterizer parameters = new Parameterizer(context);
        AccessPaths.Inner inner = access.parameterized(right.leaf, right.conditions, conditions, parameters);
        if (inner == null) {
            return;
        }
        for (ParameterBinding binding : inner.bindings()) {
            if (!left.leaves().containsAll(ExpressionFacts.leaves(binding.value()))) {
                return;
            }
        }
        List<ParameterBinding> bindings = new ArrayList<>();
        for (ParameterBinding binding : inner.bindings()) {
            bindings.add(
                    new ParameterBinding(binding.parameter(), left.path.slots().place(binding.value())));
        }
        Path rightPath = new Path(inner.node(), inner.slots(), right.leaves());
        double perLeft = rightPath.cost() + Cost.RESCAN;
        // The scan applies all the conditions itself: they are part of its range or its filter.
        candidates.add(nested(
                type, left.path, rightPath, bindings, List.of(), rows, left.path.rows() * perLeft, rightPath.rows()));
    }

    private double rows(JoinType type, Side left, Side right, List<Expr> conditions) {
        double l = left.path.rows();
        double r = right.path.rows();
        HashKeys.Split split = hashKeys.split(conditions, left.leaves(), right.leaves());
        double pairs = l * r * Selectivity.of(split.residual(), catalog);
        for (int i = 0; i < split.keys().size(); i++) {
            // Keys of the larger side are taken to be distinct; further keys say less.
            pairs /= i == 0 ? Math.max(l, r) : 10;
        }
        double matched = Math.max(1, pairs);
        return switch (type) {
            case INNER -> matched;
            case LEFT -> Math.max(l, matched);
            case RIGHT -> Math.max(r, matched);
            case FULL -> Math.max(l + r - Math.min(l, r), matched);
            case SEMI -> Math.max(1, Math.min(l, split.keys().isEmpty() ? l / 2 : matched));
            case ANTI -> Math.max(1, l / 2);
        };
    }

    /// A side that is one leaf, or a whole join.
    Side side(JoinItem item, Path path, List<Expr> conditions) {
        if (item instanceof JoinItem.One(Leaf leaf)) {
            return new Side(path, leaf instanceof Leaf.Table table ? table : null, conditions, leaf.lateral());
        }
        return new Side(path, null, List.of(), List.of());
    }

    Side joined(Path path, List<ParameterBinding> lateral) {
        return new Side(path, null, List.of(), lateral);
    }
}
