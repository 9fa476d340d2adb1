package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// Calls with OVER. Source: PostgreSQL's transformWindowFuncCall.
final class WindowCalls {
    private WindowCalls() {}

    static Expr call(
            ParseState state,
            FuncCall raw,
            FunctionDef function,
            List<Expr> arguments,
            Expr filter,
            int result,
            int location) {
        if (raw.distinct()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "DISTINCT is not implemented for window functions")
                    .at(location + 1);
        }
        if (!raw.orderBy().isEmpty()) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "aggregate ORDER BY is not implemented for window functions")
                    .at(location + 1);
        }
        if (filter != null && function.kind() != 'a') {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "FILTER is not implemented for non-aggregate window functions")
                    .at(location + 1);
        }
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
                        .at(location + 1);
        }
        int window = WindowAnalyzer.reference(state, raw.over(), location);
        state.hasWindowCalls = true;
        return new Expr.WindowCall(
                function.oid(),
                arguments,
                filter,
                window,
                raw.star(),
                function.kind() == 'a',
                result,
                0,
                0,
                Origin.at(location));
    }
}
