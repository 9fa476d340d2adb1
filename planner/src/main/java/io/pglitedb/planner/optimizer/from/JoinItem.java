package io.pglitedb.planner.optimizer.from;

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
}
