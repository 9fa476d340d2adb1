package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// One column of `SET (a, b) = ROW(…)`; a subquery as source waits for MULTIEXPR.
final class MultiAssignments {
    private MultiAssignments() {}

    static Expr analyze(ParseState state, AstExpr.MultiAssignRef raw) {
        if (!(raw.source() instanceof AstExpr.RowExpr row)) {
            throw raw.source() instanceof AstExpr.SubLink
                    ? PgException.notSupported("UPDATE of several columns from one subquery")
                            .at(raw.location() + 1)
                    : new PgException(
                                    SqlState.FEATURE_NOT_SUPPORTED,
                                    "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression")
                            .at(raw.location() + 1);
        }
        if (row.fields().size() != raw.columnCount()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "number of columns does not match number of values")
                    .at(raw.location() + 1);
        }
        return TargetListAnalyzer.value(state, row.fields().get(raw.column() - 1), true);
    }
}
