package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Window definitions. Source: `get_rule_windowspec`.
final class WindowPrinter {
    private final ExpressionPrinter expressions;
    private final SortPrinter sorts;
    private final Output out;

    WindowPrinter(ExpressionPrinter expressions, SortPrinter sorts, Output out) {
        this.expressions = expressions;
        this.sorts = sorts;
        this.out = out;
    }

    void definition(WindowClause window, List<TargetEntry> targets) {
        out.put("(");
        String space = "";
        if (window.inheritedFrom() != null) {
            out.put(Quoting.identifier(window.inheritedFrom()));
            space = " ";
        }
        if (!window.partition().isEmpty() && window.inheritedFrom() == null) {
            out.put(space).put("PARTITION BY ");
            sorts.group(window.partition(), targets);
            space = " ";
        }
        if (!window.order().isEmpty() && !window.orderInherited()) {
            out.put(space).put("ORDER BY ");
            sorts.print(window.order(), targets);
            space = " ";
        }
        if (window.frame().written()) {
            out.put(space);
            frame(window.frame());
        }
        out.put(")");
    }

    private void frame(WindowClause.Frame frame) {
        out.put(frame.mode() + " ");
        out.put(frame.between() ? "BETWEEN " : "");
        bound(frame.start(), frame.startOffset());
        if (frame.between()) {
            out.put(" AND ");
            bound(frame.end(), frame.endOffset());
        }
        out.put(
                switch (frame.exclusion()) {
                    case NONE -> "";
                    case CURRENT_ROW -> " EXCLUDE CURRENT ROW";
                    case GROUP -> " EXCLUDE GROUP";
                    case TIES -> " EXCLUDE TIES";
                });
    }

    private void bound(WindowClause.BoundKind kind, Expr offset) {
        switch (kind) {
            case UNBOUNDED_PRECEDING -> out.put("UNBOUNDED PRECEDING");
            case CURRENT_ROW -> out.put("CURRENT ROW");
            case UNBOUNDED_FOLLOWING -> out.put("UNBOUNDED FOLLOWING");
            case OFFSET_PRECEDING -> {
                expressions.print(offset);
                out.put(" PRECEDING");
            }
            case OFFSET_FOLLOWING -> {
                expressions.print(offset);
                out.put(" FOLLOWING");
            }
        }
    }
}
