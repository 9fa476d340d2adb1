package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.List;

/// Subqueries in expressions. Source: `get_sublink_expr`.
final class SubLinkPrinter {
    private final CatalogView catalog;
    private final SessionContext session;
    private final Columns columns;
    private final Output out;
    private final ExpressionPrinter expressions;
    private final Names names;

    SubLinkPrinter(
            CatalogView catalog,
            SessionContext session,
            Columns columns,
            Output out,
            ExpressionPrinter expressions,
            Names names) {
        this.catalog = catalog;
        this.session = session;
        this.columns = columns;
        this.out = out;
        this.expressions = expressions;
        this.names = names;
    }

    void print(Expr.SubLink link) {
        out.put(link.kind() == Expr.SubLinkKind.ARRAY ? "ARRAY(" : "(");
        String operator = link.test() == null ? null : left(link.test());
        boolean parentheses = true;
        switch (link.kind()) {
            case EXISTS -> out.put("EXISTS ");
            case ANY -> out.put("=".equals(operator) ? " IN " : " " + operator + " ANY ");
            case ALL -> out.put(" " + operator + " ALL ");
            case ROW_COMPARE -> out.put(" " + operator + " ");
            case SCALAR, ARRAY, MULTIEXPR -> parentheses = false;
        }
        out.put(parentheses ? "(" : "");
        new QueryPrinter(catalog, session, columns.inside(link.query()), out).print(link.query(), List.of(), false);
        out.put(parentheses ? "))" : ")");
    }

    /// Prints the left side; gives the operator.
    private String left(Expr test) {
        return switch (test) {
            case Expr.OperatorCall comparison -> {
                expressions.print(comparison.arguments().getFirst(), true);
                yield names.operator(comparison.operator());
            }
            case Expr.BooleanExpr comparisons -> {
                List<Expr> lefts = new ArrayList<>();
                String operator = "=";
                for (Expr each : comparisons.arguments()) {
                    if (each instanceof Expr.OperatorCall comparison) {
                        lefts.add(comparison.arguments().getFirst());
                        operator = names.operator(comparison.operator());
                    }
                }
                expressions.list("(", lefts);
                yield operator;
            }
            case Expr.RowCompare comparison -> {
                expressions.list("(", comparison.left());
                yield names.operator(comparison.operators().getFirst());
            }
            default -> throw new IllegalStateException("test of a subquery: " + test);
        };
    }
}
