package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.types.text.Quoting;
import java.util.List;

/// Calls of functions, aggregates and window functions.
final class CallPrinter {
    private final ExpressionPrinter expressions;
    private final CatalogView catalog;
    private final Names names;
    private final Columns columns;
    private final Output out;

    CallPrinter(ExpressionPrinter expressions, CatalogView catalog, Names names, Columns columns, Output out) {
        this.expressions = expressions;
        this.catalog = catalog;
        this.names = names;
        this.columns = columns;
        this.out = out;
    }

    void function(Expr.FunctionCall call) {
        out.put(names.function(call.function())).put("(");
        arguments(call.arguments(), call.variadic());
        out.put(")");
    }

    private void arguments(List<Expr> arguments, boolean variadic) {
        for (int index = 0; index < arguments.size(); index++) {
            out.put(index > 0 ? ", " : "");
            out.put(variadic && index == arguments.size() - 1 ? "VARIADIC " : "");
            expressions.print(arguments.get(index), true);
        }
    }

    void aggregate(Expr.AggregateCall call) {
        out.put(names.function(call.function())).put("(");
        out.put(call.distinct().isEmpty() ? "" : "DISTINCT ");
        if (call.kind() != Expr.AggregateKind.NORMAL) {
            arguments(
                    call.directArguments(), call.variadic() && call.arguments().isEmpty());
            out.put(") WITHIN GROUP (ORDER BY ");
            order(call);
        } else if (call.star()) {
            out.put("*");
        } else {
            List<Expr> arguments = call.arguments().stream()
                    .filter(argument -> !argument.junk())
                    .map(TargetEntry::expression)
                    .toList();
            arguments(arguments, call.variadic());
            if (!call.order().isEmpty()) {
                out.put(" ORDER BY ");
                order(call);
            }
        }
        filter(call.filter());
        out.put(")");
    }

    private void order(Expr.AggregateCall call) {
        new SortPrinter(expressions, catalog, names, out).print(call.order(), call.arguments());
    }

    private void filter(Expr filter) {
        if (filter != null) {
            out.put(") FILTER (WHERE ");
            expressions.print(filter);
        }
    }

    void window(Expr.WindowCall call) {
        out.put(names.function(call.function())).put("(");
        if (call.star()) {
            out.put("*");
        } else {
            arguments(call.arguments(), false);
        }
        filter(call.filter());
        out.put(") OVER ");
        if (!(columns instanceof QueryColumns query)) {
            out.put("(?)");
            return;
        }
        for (WindowClause window : query.query().windows()) {
            if (window.number() == call.window()) {
                if (window.name() != null) {
                    out.put(Quoting.identifier(window.name()));
                } else {
                    new WindowPrinter(expressions, new SortPrinter(expressions, catalog, names, out), out)
                            .definition(window, query.query().targets());
                }
            }
        }
    }
}
