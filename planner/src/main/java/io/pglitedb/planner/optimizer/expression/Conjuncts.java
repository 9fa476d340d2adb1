package io.pglitedb.planner.optimizer.expression;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.List;

/// Conditions as lists of conditions that all have to hold.
public final class Conjuncts {
    private Conjuncts() {}

    /// @param condition null for none
    public static List<Expr> of(Expr condition) {
        List<Expr> list = new ArrayList<>();
        split(condition, list);
        return list;
    }

    private static void split(Expr condition, List<Expr> into) {
        switch (condition) {
            case null -> {}
            case Expr.BooleanExpr and
            when and.kind() == Expr.BooleanKind.AND -> and.arguments().forEach(argument -> split(argument, into));
            case Expr.BooleanExpr or when or.kind() == Expr.BooleanKind.OR -> factor(or, into);
            case Expr.Const constant when Boolean.TRUE.equals(constant.value()) -> {}
            default -> into.add(condition);
        }
    }

    /// What stands in every arm of an OR holds by itself: `(a AND b) OR (a AND c)` is `a AND (b OR c)`.
    private static void factor(Expr.BooleanExpr or, List<Expr> into) {
        List<List<Expr>> arms = or.arguments().stream().map(Conjuncts::of).toList();
        List<Expr> common = new ArrayList<>(arms.getFirst());
        arms.forEach(common::retainAll);
        if (common.isEmpty()) {
            into.add(or);
            return;
        }
        into.addAll(common);
        List<Expr> rest = new ArrayList<>();
        for (List<Expr> arm : arms) {
            List<Expr> left = new ArrayList<>(arm);
            left.removeAll(common);
            if (left.isEmpty()) {
                return; // The common conditions are enough.
            }
            rest.add(and(left));
        }
        into.add(new Expr.BooleanExpr(Expr.BooleanKind.OR, rest, Origin.NONE));
    }

    /// Null for no conditions.
    public static Expr and(List<Expr> conditions) {
        return switch (conditions.size()) {
            case 0 -> null;
            case 1 -> conditions.getFirst();
            default -> new Expr.BooleanExpr(Expr.BooleanKind.AND, conditions, Origin.NONE);
        };
    }
}
