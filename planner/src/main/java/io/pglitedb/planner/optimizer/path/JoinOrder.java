package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.path.JoinPaths.Question;
import io.pglitedb.planner.optimizer.path.JoinPaths.Side;
import io.pglitedb.planner.optimizer.path.JoinPaths.Way;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds a cheap order of joins: dynamic programming over sets of sides, as PostgreSQL's join_search_one_level,
/// for many sides the cheapest pair again and again. Nodes are made of the best order only.
final class JoinOrder {
    /// Above that many sides, orders are not tried out.
    private static final int EXHAUSTIVE_SIDES = 11;
    /// Above that many, sides that no condition joins are not tried in every order either.
    private static final int EXHAUSTIVE_PRODUCTS = 7;

    /// The best known way to join a set of sides.
    ///
    /// @param left 0 for a single side
    /// @param question null for a single side
    private record Entry(Estimate estimate, long left, long right, Question question, Way way) {}

    private final PlanningContext context;
    private final JoinPaths joins;
    private final JoinSides sides;
    private final Map<Long, Entry> best = new HashMap<>();
    private final Map<Long, Double> rows = new HashMap<>();
    private final Map<Long, Set<Integer>> leaves = new HashMap<>();
    private final double fraction;

    /// @param fraction of the rows that will be asked for
    JoinOrder(PlanningContext context, JoinPaths joins, JoinSides sides, double fraction) {
        this.context = context;
        this.joins = joins;
        this.sides = sides;
        this.fraction = fraction;
        for (int i = 0; i < sides.count(); i++) {
            best.put(1L << i, new Entry(sides.member(i).side().path().node().estimate(), 0, 0, null, null));
        }
    }

    Path plan() {
        long all = (1L << sides.count()) - 1;
        if (sides.count() <= EXHAUSTIVE_SIDES) {
            exhaustive(all, true);
        }
        if (!best.containsKey(all) && sides.count() <= EXHAUSTIVE_PRODUCTS) {
            exhaustive(all, false);
        }
        return build(best.containsKey(all) ? all : greedy());
    }

    private void exhaustive(long all, boolean connected) {
        for (long set = 1; set <= all; set++) {
            if (Long.bitCount(set) < 2 || !sides.isWhole(set)) {
                continue;
            }
            long lowest = Long.lowestOneBit(set);
            Entry cheapest = connected ? null : best.get(set);
            for (long part = set - 1 & set; part > 0; part = part - 1 & set) {
                if ((part & lowest) == 0) {
                    continue;
                }
                cheapest = cheaper(join(part, set ^ part, connected), cheapest);
            }
            if (cheapest != null) {
                best.put(set, cheapest);
            }
        }
    }

    private Entry cheaper(Entry one, Entry other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return cost(one.estimate) < cost(other.estimate) ? one : other;
    }

    private double cost(Estimate estimate) {
        return estimate.startup() + fraction * (estimate.total() - estimate.startup());
    }

    /// The cheapest join of two sets, either as the left one; null when they must not be joined, or, with
    /// `connected`, nothing joins them.
    private Entry join(long one, long other, boolean connected) {
        if (!best.containsKey(one) || !best.containsKey(other)) {
            return null;
        }
        List<JoinCondition> conditions = sides.between(one, other);
        Entry cheapest = null;
        for (boolean swapped : new boolean[] {false, true}) {
            long left = swapped ? other : one;
            long right = swapped ? one : other;
            if (sides.isWhole(left) && mayFollow(left, right, conditions, connected)) {
                cheapest = cheaper(cheapest(left, right, conditions), cheapest);
            }
        }
        return cheapest;
    }

    private boolean mayFollow(long left, long right, List<JoinCondition> conditions, boolean connected) {
        if (Long.bitCount(right) > 1) {
            return sides.isWhole(right) && (!connected || !conditions.isEmpty());
        }
        JoinSides.Member member = sides.member(Long.numberOfTrailingZeros(right));
        if ((member.required() & ~left) != 0) {
            return false;
        }
        return member.type() == JoinType.INNER
                ? !connected || !conditions.isEmpty() || member.required() != 0
                : conditions.isEmpty();
    }

    private Entry cheapest(long left, long right, List<JoinCondition> between) {
        JoinSides.Member member = Long.bitCount(right) == 1 ? sides.member(Long.numberOfTrailingZeros(right)) : null;
        Side side = member == null ? null : member.side();
        boolean plain = member == null || member.type() == JoinType.INNER;
        List<Expr> conditions = new ArrayList<>();
        int hashable = 0;
        double filters = 0;
        if (plain) {
            for (JoinCondition condition : between) {
                conditions.add(condition.expression());
                if (condition.hashable(left, right)) {
                    hashable++;
                } else {
                    filters += condition.operators();
                }
            }
        } else {
            conditions.addAll(member.conditions());
            Set<Integer> rightLeaves = side.leaves();
            for (Expr condition : conditions) {
                if (joins.isHashable(condition, leaves(left), rightLeaves)) {
                    hashable++;
                } else {
                    filters += ConditionCost.of(condition, context.catalog());
                }
            }
        }
        Question question = new Question(
                plain ? JoinType.INNER : member.type(),
                best.get(left).estimate,
                leaves(left),
                best.get(right).estimate,
                side == null ? leaves(right) : side.leaves(),
                side,
                conditions,
                hashable,
                filters,
                false,
                rows(left | right));
        Way cheapest = null;
        for (Way way : joins.ways(question)) {
            if (cheapest == null || cost(way.estimate()) < cost(cheapest.estimate())) {
                cheapest = way;
            }
        }
        return cheapest == null ? null : new Entry(cheapest.estimate(), left, right, question, cheapest);
    }

    private double rows(long set) {
        return rows.computeIfAbsent(set, sides::rows);
    }

    private Set<Integer> leaves(long set) {
        return leaves.computeIfAbsent(set, sides::leaves);
    }

    /// Joins the pair that gives the fewest rows until all are joined.
    private long greedy() {
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < sides.count(); i++) {
            left.add(1L << i);
        }
        while (left.size() > 1) {
            Entry cheapest = null;
            for (boolean connected : new boolean[] {true, false}) {
                for (int i = 0; i < left.size(); i++) {
                    for (int j = i + 1; j < left.size(); j++) {
                        Entry joined = join(left.get(i), left.get(j), connected);
                        if (joined != null && (cheapest == null || isSmaller(joined, cheapest))) {
                            cheapest = joined;
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
            left.remove(cheapest.left);
            left.remove(cheapest.right);
            left.add(cheapest.left | cheapest.right);
            best.put(cheapest.left | cheapest.right, cheapest);
        }
        return left.getFirst();
    }

    private boolean isSmaller(Entry one, Entry other) {
        int order = Double.compare(one.estimate.rows(), other.estimate.rows());
        return order < 0 || order == 0 && cost(one.estimate) < cost(other.estimate);
    }

    private Path build(long set) {
        Entry entry = best.get(set);
        if (entry.left == 0) {
            return sides.member(Long.numberOfTrailingZeros(set)).side().path();
        }
        return joins.build(entry.way, entry.question, build(entry.left), build(entry.right));
    }
}
