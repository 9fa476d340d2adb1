package io.pglitedb.planner.optimizer.from;

import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How leaves are to be joined. Conditions are over leaf variables.
public sealed interface JoinItem {
    /// Numbers of the leaves whose columns the rows hold.
    Set<Integer> leaves();

    record One(Leaf leaf) implements JoinItem {
        @Override
        public Set<Integer> leaves() {
            return Set.of(leaf.number());
        }
    }

    /// Inner joins, in any order, of all items, and conditions on them.
    record Inner(List<JoinItem> items, List<Expr> conditions) implements JoinItem {
        public Inner {
            items = List.copyOf(items);
            conditions = List.copyOf(conditions);
        }

        @Override
        public Set<Integer> leaves() {
            Set<Integer> all = new HashSet<>();
            items.forEach(item -> all.addAll(item.leaves()));
            return all;
        }
    }

    /// A join whose sides are not the same.
    ///
    /// @param nullAware an ANTI join that stands for NOT IN
    record Outer(JoinType type, JoinItem left, JoinItem right, List<Expr> conditions, boolean nullAware)
            implements JoinItem {
        public Outer {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Set<Integer> leaves() {
            Set<Integer> all = new HashSet<>(left.leaves());
            if (!type.leftOnly()) {
                all.addAll(right.leaves());
            }
            return all;
        }
    }

    /// Whether the joins among the items only read columns of the leaves that they join.
    static boolean isClosed(List<JoinItem> items) {
        return items.stream().allMatch(JoinItem::isClosed);
    }

    private static boolean isClosed(JoinItem item) {
        return switch (item) {
            case JoinItem.One ignored -> true;
            case JoinItem.Inner inner -> reads(inner.leaves(), inner.conditions()) && isClosed(inner.items());
            case JoinItem.Outer outer -> {
                Set<Integer> both = new HashSet<>(outer.left().leaves());
                both.addAll(outer.right().leaves());
                yield reads(both, outer.conditions()) && isClosed(outer.left()) && isClosed(outer.right());
            }
        };
    }

    private static boolean reads(Set<Integer> leaves, List<Expr> conditions) {
        return conditions.stream().allMatch(condition -> leaves.containsAll(ExpressionFacts.leaves(condition)));
    }
}
