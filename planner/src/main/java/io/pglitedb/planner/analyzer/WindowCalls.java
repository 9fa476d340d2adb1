package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Calls with OVER. Source: PostgreSQL's ParseFuncOrColumn and transformWindowFuncCall.
final class WindowCalls {
    private WindowCalls() {}

    /// @param lastSet the set-returning call seen last before the arguments
    static Expr call(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> arguments,
            Expr filter,
            int result,
            Expr lastSet) {
        checkForm(state, raw, function, arguments, filter, lastSet);
        for (Expr argument : arguments) {
            Expr nested = Walk.first(argument, e -> e instanceof Expr.WindowCall);
            if (nested != null) {
                throw new PgException(SqlState.WINDOWING_ERROR, "window function calls cannot be nested")
                        .at(nested.location() + 1);
            }
        }
        switch (state.kind) {
            case SELECT_TARGET, ORDER_BY, DISTINCT_ON, OTHER -> {}
            default ->
                throw new PgException(
                                SqlState.WINDOWING_ERROR,
                                "window functions are not allowed in "
                                        + (state.kind.isWindowDefinition() ? "window definitions" : state.kind.place()))
                        .at(raw.location() + 1);
        }
        int window = WindowAnalyzer.reference(state, raw.over());
        state.hasWindowCalls = true;
        return new Expr.WindowCall(
                function.oid(),
                List.copyOf(arguments),
                filter,
                window,
                raw.star(),
                function.kind() == 'a',
                result,
                0,
                0,
                Origin.at(raw.location()));
    }

    private static void checkForm(
            ParseState state, FuncCall raw, FunctionDef function, List<Expr> arguments, Expr filter, Expr lastSet) {
        boolean aggregate = function.kind() == 'a';
        if (raw.distinct()) {
            throw unsupported(raw, "DISTINCT is not implemented for window functions");
        }
        if (aggregate) {
            CallChecks.parameterless(raw, arguments);
        }
        if (!raw.orderBy().isEmpty()) {
            throw unsupported(raw, "aggregate ORDER BY is not implemented for window functions");
        }
        if (!aggregate && filter != null) {
            throw unsupported(raw, "FILTER is not implemented for non-aggregate window functions");
        }
        if (state.lastSetReturning != lastSet) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "window function calls cannot contain set-returning function calls")
                    .hint("You might be able to move the set-returning function into a LATERAL FROM item.")
                    .at(state.lastSetReturning.location() + 1);
        }
        if (function.returnsSet()) {
            throw new PgException(SqlState.INVALID_FUNCTION_DEFINITION, "window functions cannot return sets")
                    .at(raw.location() + 1);
        }
    }

    private static PgException unsupported(FuncCall raw, String message) {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, message).at(raw.location() + 1);
    }
}
