package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import java.util.List;

/// Calls that the standard spells with words. Source: `get_func_sql_syntax`.
final class SqlSyntaxPrinter {
    private static final int SUBSTRING_REGULAR = 2073; // OIDs of substring(text, text) …
    private static final int SUBSTRING_SIMILAR = 2074; // … and of substring(text, text, text)

    private final ExpressionPrinter expressions;
    private final Output out;

    SqlSyntaxPrinter(ExpressionPrinter expressions, Output out) {
        this.expressions = expressions;
        this.out = out;
    }

    /// False, and nothing printed, when the function has no such spelling.
    ///
    /// @param call of a function of that name
    boolean print(String function, Expr.FunctionCall call) {
        List<Expr> arguments = call.arguments();
        switch (function) {
            case "timezone" -> {
                out.put("(");
                expressions.inParentheses(arguments.get(1), null);
                out.put(" AT TIME ZONE ");
                expressions.inParentheses(arguments.get(0), null);
                out.put(")");
            }
            case "overlaps" -> {
                out.put("((");
                argument(arguments, 0);
                out.put(", ");
                argument(arguments, 1);
                out.put(") OVERLAPS (");
                argument(arguments, 2);
                out.put(", ");
                argument(arguments, 3);
                out.put("))");
            }
            case "extract" -> {
                out.put("EXTRACT(").put(word(arguments.getFirst())).put(" FROM ");
                argument(arguments, 1);
                out.put(")");
            }
            case "is_normalized" -> {
                out.put("(");
                expressions.inParentheses(arguments.getFirst(), null);
                out.put(" IS");
                if (arguments.size() == 2) {
                    out.put(" ").put(word(arguments.get(1)));
                }
                out.put(" NORMALIZED)");
            }
            case "pg_collation_for" -> {
                out.put("COLLATION FOR (");
                argument(arguments, 0);
                out.put(")");
            }
            case "normalize" -> {
                out.put("NORMALIZE(");
                argument(arguments, 0);
                if (arguments.size() == 2) {
                    out.put(", ").put(word(arguments.get(1)));
                }
                out.put(")");
            }
            case "overlay" -> words(arguments, "OVERLAY(", " PLACING ", " FROM ", " FOR ");
            case "position" -> {
                out.put("POSITION((");
                argument(arguments, 1);
                out.put(") IN (");
                argument(arguments, 0);
                out.put("))");
            }
            case "substring" -> {
                return substring(call);
            }
            case "btrim" -> trim("BOTH", arguments);
            case "ltrim" -> trim("LEADING", arguments);
            case "rtrim" -> trim("TRAILING", arguments);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// `SUBSTRING(x FROM pattern)` has no form of its own.
    private boolean substring(Expr.FunctionCall call) {
        switch (call.function()) {
            case SUBSTRING_SIMILAR -> words(call.arguments(), "SUBSTRING(", " SIMILAR ", " ESCAPE ");
            case SUBSTRING_REGULAR -> {
                return false;
            }
            default -> words(call.arguments(), "SUBSTRING(", " FROM ", " FOR ");
        }
        return true;
    }

    private void argument(List<Expr> arguments, int index) {
        expressions.print(arguments.get(index));
    }

    /// A key word that the parser has made a constant of.
    private static String word(Expr constant) {
        return constant instanceof Expr.Const known ? String.valueOf(known.value()) : constant.toString();
    }

    private void words(List<Expr> arguments, String opening, String... between) {
        out.put(opening);
        for (int index = 0; index < arguments.size(); index++) {
            if (index > 0) {
                out.put(between[index - 1]);
            }
            argument(arguments, index);
        }
        out.put(")");
    }

    private void trim(String side, List<Expr> arguments) {
        out.put("TRIM(").put(side);
        if (arguments.size() == 2) {
            out.put(" ");
            argument(arguments, 1);
        }
        out.put(" FROM ");
        argument(arguments, 0);
        out.put(")");
    }
}
