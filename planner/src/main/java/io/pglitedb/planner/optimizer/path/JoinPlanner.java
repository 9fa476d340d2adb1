package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.optimizer.TableExpressions;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Plans join items: access paths of leaves, an order for inner joins, a method for each join.
public final class JoinPlanner {
    /// Above that many items, orders are not tried out: the cheapest pair is joined again and again.
    private static final int EXHAUSTIVE_ITEMS = 8;

    private final AccessPaths access;
    private final JoinPaths joins;

    public JoinPlanner(PlanningContext context, TableSizes sizes) {
        this.access = new AccessPaths(context.catalog(), sizes, new TableExpressions(context.session()));
        this.joins = new JoinPaths(context, access);
    }

    public Path plan(JoinItem item) {
        return side(item, List.of()).path();
    }

    /// @param conditions on the item's rows, beside its own
    private JoinPaths.Side side(JoinItem item, List<Expr> conditions) {
        return switch (item) {
            case JoinItem.One(Leaf leaf) -> joins.side(item, access.best(leaf, conditions), conditions);
            case JoinItem.Outer outer -> joins.joined(filtered(outer(outer), conditions), lateral(outer));
            case JoinItem.Inner inner -> inner(inner, conditions);
        };
    }

    private Path outer(JoinItem.Outer outer) {
        JoinPaths.Side left = side(outer.left(), List.of());
        JoinPaths.Side right = side(outer.right(), List.of());
        return joins.best(outer.type(), left, right, outer.conditions(), outer.nullAware());
    }

    /// What an item's leaves need of leaves outside of it.
    private static List<ParameterBinding> lateral(JoinItem item) {
        List<ParameterBinding> needed = new ArrayList<>();
        collect(item, needed);
        Set<Integer> own = item.leaves();
        needed.removeIf(binding -> own.containsAll(ExpressionFacts.leaves(binding.value()))
                && !ExpressionFacts.leaves(binding.value()).isEmpty());
        needed.removeIf(binding -> ExpressionFacts.leaves(binding.value()).isEmpty());
        return needed;
    }

    private static void collect(JoinItem item, List<ParameterBinding> into) {
        switch (item) {
            case JoinItem.One(Leaf leaf) -> into.addAll(leaf.lateral());
            case JoinItem.Inner inner -> inner.items().forEach(part -> collect(part, into));
            case JoinItem.Outer outer -> {
                collect(outer.left(), into);
                collect(outer.right(), into);
            }
        }
    }

    private Path filtered(Path path, List<Expr> conditions) {
        if (conditions.isEmpty()) {
            return path;
        }
        Estimate below = path.node().estimate();
        Estimate estimate = new Estimate(
                below.startup(),
                below.total() + below.rows() * conditions.size() * Cost.OPERATOR,
                Math.max(1, below.rows() / 2),
                below.width());
        PlanNode node =
                new PlanNode.Filter(path.node(), Conjuncts.and(path.slots().placeAll(conditions)), estimate);
        return new Path(node, path.slots(), path.leaves());
    }

    private JoinPaths.Side inner(JoinItem.Inner inner, List<Expr> above) {
        List<Expr> conditions = new ArrayList<>(inner.conditions());
        conditions.addAll(above);
        if (inner.items().isEmpty()) {
            Path one = new Path(new PlanNode.SingleRow(Estimate.NONE), SlotMap.EMPTY, Set.of());
            return joins.joined(filtered(one, conditions), List.of());
        }
        List<JoinPaths.Side> sides = new ArrayList<>();
        for (JoinItem item : inner.items()) {
            List<Expr> own = new ArrayList<>();
            Set<Integer> leaves = item.leaves();
            conditions.removeIf(condition -> {
                Set<Integer> read = ExpressionFacts.leaves(condition);
                boolean mine = !read.isEmpty() && leaves.containsAll(read);
                if (mine) {
                    own.add(condition);
                }
                return mine;
            });
            sides.add(side(item, own));
        }
        List<Expr> constant = new ArrayList<>();
        conditions.removeIf(condition -> {
            boolean free = ExpressionFacts.leaves(condition).isEmpty();
            if (free) {
                constant.add(condition);
            }
            return free;
        });
        if (sides.size() == 1) {
            JoinPaths.Side only = sides.getFirst();
            List<Expr> rest = new ArrayList<>(conditions);
            rest.addAll(constant);
            return rest.isEmpty() ? only : joins.joined(filtered(only.path(), rest), only.lateral());
        }
        Path joined = sides.size() <= EXHAUSTIVE_ITEMS ? exhaustive(sides, conditions) : greedy(sides, conditions);
        return joins.joined(filtered(joined, constant), lateral(inner));
    }

    /// Dynamic programming over sets of sides. Source: System R's, as PostgreSQL's join_search_one_level.
    private Path exhaustive(List<JoinPaths.Side> sides, List<Expr> conditions) {
        int count = sides.size();
        Map<Integer, JoinPaths.Side> best = new HashMap<>();
        for (int i = 0; i < count; i++) {
            best.put(1 << i, sides.get(i));
        }
        int all = (1 << count) - 1;
        for (int set = 1; set <= all; set++) {
            if (Integer.bitCount(set) < 2) {
                continue;
            }
            JoinPaths.Side cheapest = null;
            for (boolean connected : new boolean[] {true, false}) {
                for (int part = set - 1 & set; part > 0 && (cheapest == null || connected); part = part - 1 & set) {
                    int rest = set ^ part;
                    if (part < rest) {
                        continue;
                    }
                    JoinPaths.Side left = best.get(part);
                    JoinPaths.Side right = best.get(rest);
                    if (left == null || right == null) {
                        continue;
                    }
                    JoinPaths.Side joined = join(left, right, conditions, connected);
                    if (joined != null
                            && (cheapest == null
                                    || joined.path().cost() < cheapest.path().cost())) {
                        cheapest = joined;
                    }
                }
                if (cheapest != null) {
                    break;
                }
            }
            if (cheapest != null) {
                best.put(set, cheapest);
            }
        }
        return best.get(all).path();
    }

    private Path greedy(List<JoinPaths.Side> sides, List<Expr> conditions) {
        List<JoinPaths.Side> left = new ArrayList<>(sides);
        while (left.size() > 1) {
            JoinPaths.Side cheapest = null;
            int first = 0;
            int second = 0;
            for (boolean connected : new boolean[] {true, false}) {
                for (int i = 0; i < left.size(); i++) {
                    for (int j = i + 1; j < left.size(); j++) {
                        JoinPaths.Side joined = join(left.get(i), left.get(j), conditions, connected);
                        if (joined != null
                                && (cheapest == null
                                        || joined.path().rows()
                                                < cheapest.path().rows()
                                        || joined.path().rows()
                                                        == cheapest.path().rows()
                                                && joined.path().cost()
                                                        < cheapest.path().cost())) {
                            cheapest = joined;
                            first = i;
                            second = j;
                        }
                    }
                }
                if (cheapest != null) {
                    break;
                }
            }
            if (cheapest == null) {
                throw new IllegalStateException("no order satisfies the lateral references");
            }
            left.remove(second);
            left.set(first, cheapest);
        }
        return left.getFirst().path();
    }

    /// Null when the two must not be joined yet, or, with `connected`, no condition and no lateral reference
    /// joins them.
    private JoinPaths.Side join(JoinPaths.Side left, JoinPaths.Side right, List<Expr> conditions, boolean connected) {
        Set<Integer> both = new HashSet<>(left.leaves());
        both.addAll(right.leaves());
        List<Expr> own = new ArrayList<>();
        for (Expr condition : conditions) {
            Set<Integer> read = ExpressionFacts.leaves(condition);
            if (both.containsAll(read)
                    && !left.leaves().containsAll(read)
                    && !right.leaves().containsAll(read)) {
                own.add(condition);
            }
        }
        List<ParameterBinding> needed = new ArrayList<>();
        boolean lateral = false;
        for (JoinPaths.Side side : List.of(left, right)) {
            for (ParameterBinding binding : side.lateral()) {
                Set<Integer> read = ExpressionFacts.leaves(binding.value());
                JoinPaths.Side other = side == left ? right : left;
                boolean mine = read.stream().anyMatch(other.leaves()::contains);
                lateral |= mine;
                if (!both.containsAll(read)) {
                    if (mine) {
                        return null; // one more leaf has to be on the other side first
                    }
                    needed.add(binding);
                }
            }
        }
        if (connected && own.isEmpty() && !lateral) {
            return null;
        }
        if (!needed.isEmpty()) {
            return null; // rows that depend on a leaf are joined to it first
        }
        if (right.lateral().stream().anyMatch(binding -> readsAny(binding, left))
                && left.lateral().stream().anyMatch(binding -> readsAny(binding, right))) {
            return null;
        }
        return joins.joined(joins.best(JoinType.INNER, left, right, own, false), List.of());
    }

    private static boolean readsAny(ParameterBinding binding, JoinPaths.Side side) {
        return ExpressionFacts.leaves(binding.value()).stream().anyMatch(side.leaves()::contains);
    }
}
