package io.pglitedb.planner.optimizer.from;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rewrites join items without changing what they mean: outer joins whose NULLs a condition rejects become inner
/// ones, nested inner joins become one, conditions move as far down as they may.
/// Source of the rules: PostgreSQL's prepjointree.c (reduce_outer_joins) and initsplan.c.
public final class JoinSimplifier {
    private final CatalogView catalog;

    public JoinSimplifier(CatalogView catalog) {
        this.catalog = catalog;
    }

    public JoinItem simplify(JoinItem item) {
        return simplify(item, List.of(), Set.of());
    }

    /// @param pushed conditions from above that the item's rows have to satisfy
    /// @param rejected leaves whose NULL rows do not matter above
    private JoinItem simplify(JoinItem item, List<Expr> pushed, Set<Integer> rejected) {
        return switch (item) {
            case JoinItem.One one -> pushed.isEmpty() ? one : new JoinItem.Inner(List.of(one), pushed);
            case JoinItem.Inner inner -> inner(inner, pushed, rejected);
            case JoinItem.Outer outer -> inner(new JoinItem.Inner(List.of(outer), List.of()), pushed, rejected);
        };
    }

    private JoinItem.Inner inner(JoinItem.Inner item, List<Expr> pushed, Set<Integer> rejectedAbove) {
        List<Expr> conditions = new ArrayList<>(item.conditions());
        conditions.addAll(pushed);
        List<JoinItem> items = new ArrayList<>();
        item.items().forEach(part -> flatten(part, items, conditions));
        Set<Integer> rejected = new HashSet<>(rejectedAbove);
        boolean changed = true;
        while (changed) {
            changed = false;
            conditions.forEach(condition -> rejected.addAll(ExpressionFacts.rejectsNullsOf(condition, catalog)));
            for (int i = 0; i < items.size() && !changed; i++) {
                if (items.get(i) instanceof JoinItem.Outer outer) {
                    JoinItem reduced = reduce(outer, rejected);
                    if (reduced != outer) {
                        items.remove(i);
                        flatten(reduced, items, conditions);
                        changed = true;
                    }
                }
            }
        }
        List<Expr> kept = new ArrayList<>();
        List<List<Expr>> down = new ArrayList<>();
        items.forEach(part -> down.add(new ArrayList<>()));
        for (Expr condition : conditions) {
            int owner = owner(condition, items);
            (owner < 0 ? kept : down.get(owner)).add(condition);
        }
        List<JoinItem> simplified = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            JoinItem part = items.get(i);
            if (part instanceof JoinItem.Outer outer) {
                simplified.add(outer(outer, down.get(i), rejected));
            } else {
                simplified.add(part);
                kept.addAll(down.get(i));
            }
        }
        return new JoinItem.Inner(simplified, kept);
    }

    private static void flatten(JoinItem item, List<JoinItem> items, List<Expr> conditions) {
        if (item instanceof JoinItem.Inner inner) {
            conditions.addAll(inner.conditions());
            inner.items().forEach(part -> flatten(part, items, conditions));
        } else {
            items.add(item);
        }
    }

    /// The only item that a condition reads, -1 when there is no single one.
    private int owner(Expr condition, List<JoinItem> items) {
        Set<Integer> read = ExpressionFacts.leaves(condition);
        if (read.isEmpty() || ExpressionFacts.isVolatile(condition, catalog)) {
            return -1;
        }
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).leaves().containsAll(read)) {
                return i;
            }
        }
        return -1;
    }

    private static JoinItem reduce(JoinItem.Outer outer, Set<Integer> rejected) {
        boolean right = intersects(outer.right().leaves(), rejected);
        boolean left = intersects(outer.left().leaves(), rejected);
        return switch (outer.type()) {
            case LEFT -> right ? new JoinItem.Inner(List.of(outer.left(), outer.right()), outer.conditions()) : outer;
            case FULL -> {
                if (left && right) {
                    yield new JoinItem.Inner(List.of(outer.left(), outer.right()), outer.conditions());
                }
                if (left) {
                    yield new JoinItem.Outer(JoinType.LEFT, outer.left(), outer.right(), outer.conditions(), false);
                }
                yield right
                        ? new JoinItem.Outer(JoinType.LEFT, outer.right(), outer.left(), outer.conditions(), false)
                        : outer;
            }
            case INNER, RIGHT, SEMI, ANTI -> outer;
        };
    }

    private static boolean intersects(Set<Integer> some, Set<Integer> others) {
        return some.stream().anyMatch(others::contains);
    }

    /// @param pushed conditions that read the join's rows only
    private JoinItem outer(JoinItem.Outer outer, List<Expr> pushed, Set<Integer> rejected) {
        Set<Integer> leftLeaves = outer.left().leaves();
        Set<Integer> rightLeaves = outer.right().leaves();
        List<Expr> toLeft = new ArrayList<>();
        List<Expr> toRight = new ArrayList<>();
        List<Expr> on = new ArrayList<>();
        List<Expr> above = new ArrayList<>();
        for (Expr condition : pushed) {
            boolean leftOnly = leftLeaves.containsAll(ExpressionFacts.leaves(condition));
            (leftOnly && outer.type() != JoinType.FULL ? toLeft : above).add(condition);
        }
        for (Expr condition : outer.conditions()) {
            Set<Integer> read = ExpressionFacts.leaves(condition);
            boolean movable = !read.isEmpty() && !ExpressionFacts.isVolatile(condition, catalog);
            if (movable && outer.type() != JoinType.FULL && rightLeaves.containsAll(read)) {
                toRight.add(condition);
            } else if (movable && outer.type() == JoinType.SEMI && leftLeaves.containsAll(read)) {
                toLeft.add(condition);
            } else {
                on.add(condition);
            }
        }
        Set<Integer> rejectedRight = new HashSet<>();
        Set<Integer> rejectedLeft = new HashSet<>();
        if (outer.type() != JoinType.FULL) {
            on.forEach(condition -> rejectedRight.addAll(ExpressionFacts.rejectsNullsOf(condition, catalog)));
            rejectedLeft.addAll(rejected);
            if (outer.type() == JoinType.SEMI) {
                rejectedLeft.addAll(rejectedRight);
            }
        }
        JoinItem joined = new JoinItem.Outer(
                outer.type(),
                simplify(outer.left(), toLeft, rejectedLeft),
                simplify(outer.right(), toRight, rejectedRight),
                on,
                outer.nullAware());
        return above.isEmpty() ? joined : new JoinItem.Inner(List.of(joined), above);
    }
}
