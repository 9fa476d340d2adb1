package io.pglitedb.planner.optimizer.selectivity;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many groups rows make by some expressions. Source: PostgreSQL's estimate_num_groups.
public final class GroupCount {
    private static final double CORRELATED_SHARE = 0.1;

    private final PlanningContext context;
    private final FactsSource facts;

    public GroupCount(PlanningContext context) {
        this.context = context;
        this.facts = context.facts();
    }

    /// @param rows that are grouped
    public double of(List<Expr> keys, double rows) {
        double input = Math.max(1, rows);
        if (keys.isEmpty()) {
            return 1;
        }
        double groups = 1;
        Map<Integer, List<ColumnFacts>> byLeaf = new HashMap<>();
        for (Expr part : parts(keys)) {
            ColumnFacts column = facts.of(part);
            if (column != null) {
                int leaf = ExpressionFacts.leaves(part).iterator().next();
                byLeaf.computeIfAbsent(leaf, _ -> new ArrayList<>()).add(column);
            } else if (part.type() == Expr.BOOL) {
                groups *= 2;
            } else {
                groups *= ColumnFacts.DEFAULT_DISTINCT;
            }
        }
        for (Map.Entry<Integer, List<ColumnFacts>> columns : byLeaf.entrySet()) {
            double all = columns.getValue().getFirst().rows();
            groups *= ofLeaf(columns.getValue(), context.filteredRows(columns.getKey(), all));
        }
        return Math.clamp(Math.ceil(groups), 1, Math.ceil(input));
    }

    /// What the keys depend on: a variable, an expression that something is known of, or the variables inside it.
    private Set<Expr> parts(List<Expr> keys) {
        Set<Expr> parts = new LinkedHashSet<>();
        keys.forEach(key -> collect(FactsSource.withoutRelabel(key), parts));
        return parts;
    }

    private void collect(Expr key, Set<Expr> parts) {
        if (key instanceof Expr.Const) {
            return;
        }
        ColumnFacts known = key instanceof Expr.Var ? null : facts.of(key);
        if (key instanceof Expr.Var || key.type() == Expr.BOOL || known != null && known.analyzed()) {
            parts.add(key);
            return;
        }
        Set<Expr> inside = new LinkedHashSet<>();
        variables(key, inside);
        if (inside.isEmpty()) {
            parts.add(key);
        } else {
            parts.addAll(inside);
        }
    }

    private static void variables(Expr expression, Set<Expr> into) {
        if (expression instanceof Expr.Var) {
            into.add(expression);
        } else {
            expression.children().forEach(child -> variables(child, into));
        }
    }

    private static double ofLeaf(List<ColumnFacts> columns, double rows) {
        double all = columns.getFirst().rows();
        double product = 1;
        double most = 1;
        for (ColumnFacts column : columns) {
            product *= column.distinct();
            most = Math.max(most, column.distinct());
        }
        double limit = all;
        if (columns.size() > 1) {
            limit = Math.max(most, all * CORRELATED_SHARE);
        }
        double distinct = Math.min(product, Math.max(1, limit));
        // Of that many values, those that the rows left have. Source: Dell'Era, "select without replacement".
        if (rows < all && distinct > 0) {
            distinct *= 1 - Math.pow((all - Math.min(rows, all)) / all, all / distinct);
        }
        return Math.max(1, distinct);
    }
}
