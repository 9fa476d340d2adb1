package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Whether the way a function is called suits its kind.
final class CallChecks {
    private CallChecks() {}

    private static PgException error(FuncCall raw, SqlState code, String message) {
        return new PgException(code, message).at(raw.location() + 1);
    }

    private static String name(FuncCall raw) {
        return String.join(".", raw.name());
    }

    static void kind(ParseState state, FuncCall raw, FunctionDef function) {
        String name = name(raw);
        switch (function.kind()) {
            case 'p' -> {
                if (state.kind != ExprKind.CALL_ARGUMENT) {
                    String signature =
                            FunctionCallAnalyzer.signature(state, raw.name(), List.of(), function.argumentTypes());
                    throw error(raw, SqlState.WRONG_OBJECT_TYPE, signature + " is a procedure")
                            .hint("To call a procedure, use CALL.");
                }
                plain(raw, name);
            }
            case 'f' -> plain(raw, name);
            case 'w' -> {
                if (raw.over() == null) {
                    throw error(
                            raw,
                            SqlState.WRONG_OBJECT_TYPE,
                            "window function %s requires an OVER clause".formatted(name));
                }
                if (raw.withinGroup()) {
                    throw error(
                            raw,
                            SqlState.WRONG_OBJECT_TYPE,
                            "window function %s cannot have WITHIN GROUP".formatted(name));
                }
            }
            default -> {}
        }
    }

    private static void plain(FuncCall raw, String name) {
        String written = raw.star()
                ? name + "(*)"
                : raw.distinct()
                        ? "DISTINCT"
                        : raw.withinGroup()
                                ? "WITHIN GROUP"
                                : !raw.orderBy().isEmpty() ? "ORDER BY" : raw.filter() != null ? "FILTER" : null;
        if (written != null) {
            throw error(
                    raw,
                    SqlState.WRONG_OBJECT_TYPE,
                    "%s specified, but %s is not an aggregate function".formatted(written, name));
        }
        if (raw.over() != null) {
            throw error(
                    raw,
                    SqlState.WRONG_OBJECT_TYPE,
                    "OVER specified, but %s is not a window function nor an aggregate function".formatted(name));
        }
    }

    static void aggregate(FuncCall raw, FunctionDef function, List<Expr> arguments, List<String> argumentNames) {
        parameterless(raw, arguments);
        if (function.returnsSet()) {
            throw error(raw, SqlState.INVALID_FUNCTION_DEFINITION, "aggregates cannot return sets");
        }
        if (!argumentNames.isEmpty()) {
            throw error(raw, SqlState.FEATURE_NOT_SUPPORTED, "aggregates cannot use named arguments");
        }
    }

    /// An aggregate without arguments is called with a star.
    static void parameterless(FuncCall raw, List<Expr> arguments) {
        if (arguments.isEmpty() && !raw.star() && !raw.withinGroup()) {
            throw error(
                    raw,
                    SqlState.WRONG_OBJECT_TYPE,
                    "%s(*) must be used to call a parameterless aggregate function".formatted(name(raw)));
        }
    }
}
