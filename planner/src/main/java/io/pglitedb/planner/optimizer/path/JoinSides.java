package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.expression.ConditionCost;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.optimizer.path.JoinPaths.Side;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sides that an order is sought for, with all conditions between them, and how many rows any set of them
/// gives. Sets of sides are masks with a bit a side. A set's rows do not depend on the order of its joins.
final class JoinSides {
    /// A side that joins in its own way: the right side of a LEFT, SEMI or ANTI join.
    ///
    /// @param type INNER for a plain side
    /// @param conditions of that join, none for a plain side
    /// @param required sides that have to be there before it joins
    /// @param factor rows of the join for each left row
    record Member(Side side, JoinType type, List<Expr> conditions, long required, double factor) {}

    private record Correction(long mask, double factor) {}

    private final PlanningContext context;
    private final JoinPaths joins;
    private final List<Member> members = new ArrayList<>();
    private final List<JoinCondition> conditions = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    /// For each group, its conditions, those that let most pairs through first.
    private final List<List<JoinCondition>> groups = new ArrayList<>();

    JoinSides(PlanningContext context, JoinPaths joins) {
        this.context = context;
        this.joins = joins;
    }

    /// @param on of a side that joins in its own way
    void add(Side side, JoinType type, List<Expr> on) {
        members.add(new Member(side, type, List.copyOf(on), 0, 1));
    }

    /// To be called when all sides are there.
    void add(List<Expr> plain, EquivalenceClasses classes, List<EquivalenceClasses.Members> equivalent) {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            long required = lateral(member.side);
            for (Expr condition : member.conditions) {
                required |= mask(ExpressionFacts.leaves(condition)) & ~(1L << i);
            }
            members.set(i, new Member(member.side, member.type, member.conditions, required, factor(member)));
        }
        for (Expr condition : plain) {
            conditions.add(condition(condition, -1));
        }
        equivalent.forEach(members -> addClass(classes, members));
        corrections();
    }

    private double factor(Member member) {
        if (member.type == JoinType.INNER) {
            return 1;
        }
        double rows = member.side.path().rows();
        if (member.type == JoinType.LEFT) {
            double share = 1;
            for (Expr condition : member.conditions) {
                share *= context.joinSelectivity().inner(condition);
            }
            return Math.max(1, rows * share);
        }
        Set<Integer> left = new HashSet<>();
        member.conditions.forEach(condition -> left.addAll(ExpressionFacts.leaves(condition)));
        left.removeAll(member.side.leaves());
        double share = context.joinSelectivity().semi(member.conditions, left, rows);
        return member.type == JoinType.SEMI ? share : 1 - share;
    }

    private long lateral(Side side) {
        Set<Integer> read = new HashSet<>();
        side.lateral().forEach(binding -> read.addAll(ExpressionFacts.leaves(binding.value())));
        return mask(read);
    }

    private JoinCondition condition(Expr expression, int group) {
        long first = 0;
        long second = 0;
        if (ExpressionFacts.hashableEquality(expression, context.catalog()) != null) {
            List<Expr> operands = ((Expr.OperatorCall) expression).arguments();
            Set<Integer> left = ExpressionFacts.leaves(operands.get(0));
            Set<Integer> right = ExpressionFacts.leaves(operands.get(1));
            if (joins.isHashable(expression, left, right)) {
                first = mask(left);
                second = mask(right);
            }
        }
        return new JoinCondition(
                expression,
                mask(ExpressionFacts.leaves(expression)),
                first,
                second,
                group,
                context.joinSelectivity().inner(expression),
                ConditionCost.of(expression, context.catalog()));
    }

    private void addClass(EquivalenceClasses classes, EquivalenceClasses.Members equivalent) {
        List<JoinCondition> group = new ArrayList<>();
        List<Expr> expressions = equivalent.expressions();
        for (int i = 0; i < expressions.size(); i++) {
            for (int j = i + 1; j < expressions.size(); j++) {
                Expr equality = classes.equality(equivalent, expressions.get(i), expressions.get(j));
                if (equality != null && Long.bitCount(mask(ExpressionFacts.leaves(equality))) > 1) {
                    group.add(condition(equality, groups.size()));
                }
            }
        }
        Set<Expr> written = new HashSet<>(equivalent.written());
        group.sort(Comparator.comparing(condition -> !written.contains(condition.expression())));
        conditions.addAll(group);
        List<JoinCondition> widest = new ArrayList<>(group);
        widest.sort(Comparator.comparingDouble(JoinCondition::share).reversed());
        groups.add(widest);
    }

    private long mask(Set<Integer> leaves) {
        long mask = 0;
        for (int i = 0; i < members.size(); i++) {
            for (int leaf : leaves) {
                if (members.get(i).side.leaves().contains(leaf)) {
                    mask |= 1L << i;
                }
            }
        }
        return mask;
    }

    /// Joins that cover a key of several columns find one row at most: its columns do not narrow each by itself.
    private void corrections() {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).side.leaf() == null || members.get(i).type != JoinType.INNER) {
                continue;
            }
            double tableRows = context.rows(members.get(i).side.leaf().table());
            for (IndexDef index :
                    context.catalog().indexes(members.get(i).side.leaf().table().oid())) {
                if (!index.unique()
                        || index.keys().size() < 2
                        || index.predicate().isPresent()) {
                    continue;
                }
                for (int other = 0; other < members.size(); other++) {
                    double share = other == i ? 0 : keyShare(index, i, other);
                    if (share > 0 && share < 1 / tableRows) {
                        corrections.add(new Correction(1L << i | 1L << other, 1 / (tableRows * share)));
                    }
                }
            }
        }
    }

    /// Share of pairs by equalities of all the index's columns with another side; 0 when some column has none.
    private double keyShare(IndexDef index, int table, int other) {
        double share = 1;
        int leaf = members.get(table).side.leaf().number();
        for (IndexDef.Key key : index.keys()) {
            JoinCondition found = null;
            for (JoinCondition condition : conditions) {
                if (condition.hashable(1L << table, 1L << other)
                        && ((Expr.OperatorCall) condition.expression())
                                .arguments().stream()
                                        .anyMatch(operand -> operand instanceof Expr.Var variable
                                                && variable.rangeTableIndex() == leaf
                                                && variable.attribute() == key.column())) {
                    found = condition;
                }
            }
            if (found == null) {
                return 0;
            }
            share *= found.share();
        }
        return share;
    }

    int count() {
        return members.size();
    }

    Member member(int index) {
        return members.get(index);
    }

    /// Whether every side of the set has what it needs.
    boolean isWhole(long set) {
        for (long rest = set; rest != 0; rest &= rest - 1) {
            if ((members.get(Long.numberOfTrailingZeros(rest)).required & ~set) != 0) {
                return false;
            }
        }
        return true;
    }

    double rows(long set) {
        double rows = 1;
        double factors = 1;
        for (long rest = set; rest != 0; rest &= rest - 1) {
            Member member = members.get(Long.numberOfTrailingZeros(rest));
            if (member.type == JoinType.INNER) {
                rows *= member.side.path().rows();
            } else {
                factors *= member.factor;
            }
        }
        for (JoinCondition condition : conditions) {
            if (condition.group() < 0 && (condition.mask() & ~set) == 0) {
                rows *= condition.share();
            }
        }
        for (List<JoinCondition> group : groups) {
            rows *= span(group, set);
        }
        for (Correction correction : corrections) {
            if ((correction.mask & ~set) == 0) {
                rows *= correction.factor;
            }
        }
        return Math.max(1, Math.rint(rows * factors));
    }

    /// Of the equalities of a class as many as join its sides: the others follow from them.
    private static double span(List<JoinCondition> group, long set) {
        double share = 1;
        long[] parts = new long[Long.SIZE];
        int count = 0;
        for (JoinCondition condition : group) {
            if ((condition.mask() & ~set) != 0) {
                continue;
            }
            long joined = condition.mask();
            boolean known = false;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                known |= (condition.mask() & ~parts[i]) == 0;
            }
            if (known) {
                continue;
            }
            for (int i = 0; i < count; i++) {
                if ((parts[i] & condition.mask()) != 0) {
                    joined |= parts[i];
                } else {
                    parts[kept++] = parts[i];
                }
            }
            parts[kept++] = joined;
            count = kept;
            share *= condition.share();
        }
        return share;
    }

    /// The conditions that a join of two sets applies.
    List<JoinCondition> between(long left, long right) {
        List<JoinCondition> found = new ArrayList<>();
        long groupsSeen = 0;
        for (JoinCondition condition : conditions) {
            if (condition.joins(left, right)) {
                boolean grouped = condition.group() >= 0;
                long bit = grouped ? 1L << condition.group() : 0;
                if (!grouped || (groupsSeen & bit) == 0) {
                    found.add(condition);
                    groupsSeen |= bit;
                }
            }
        }
        return found;
    }

    Set<Integer> leaves(long set) {
        Set<Integer> leaves = new HashSet<>();
        for (long rest = set; rest != 0; rest &= rest - 1) {
            Member member = members.get(Long.numberOfTrailingZeros(rest));
            if (!member.type.leftOnly()) {
                leaves.addAll(member.side.leaves());
            }
        }
        return leaves;
    }
}
