package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// One column of `SET (a, b) = …`; its source is analyzed with the first. Source: PostgreSQL's
/// transformMultiAssignRef.
final class MultiAssignments {
    private static final int NUMBER_SHIFT = 16;

    private MultiAssignments() {}

    static Expr analyze(ParseState state, AstExpr.MultiAssignRef raw) {
        return switch (raw.source()) {
            case AstExpr.SubLink link when link.kind() == AstExpr.SubLinkKind.SCALAR -> ofSubquery(state, raw, link);
            case AstExpr.RowExpr row -> {
                if (raw.column() == 1) {
                    state.assignedRow = TargetListAnalyzer.expressions(state, row.fields(), state.kind, true);
                    checkCount(raw, state.assignedRow.size(), row.location());
                }
                yield state.assignedRow.get(raw.column() - 1);
            }
            default ->
                throw new PgException(
                                SqlState.FEATURE_NOT_SUPPORTED,
                                "source for a multiple-column UPDATE item must be a sub-SELECT or ROW() expression")
                        .at(raw.location() + 1);
        };
    }

    private static Expr ofSubquery(ParseState state, AstExpr.MultiAssignRef raw, AstExpr.SubLink link) {
        if (raw.column() == 1) {
            Query query = SubLinkAnalyzer.query(state, link);
            checkCount(raw, query.resultColumns().size(), link.location());
            state.multiAssignments.add(
                    SubLinkAnalyzer.multiAssigned(query, state.multiAssignments.size() + 1, link.location()));
        }
        Expr.SubLink source = state.multiAssignments.getLast();
        TargetEntry column = source.query().resultColumns().get(raw.column() - 1);
        Expr value = column.expression();
        return new Expr.Param(
                Expr.ParamKind.MULTIEXPR,
                source.number() << NUMBER_SHIFT | raw.column(),
                value.type(),
                value.typmod(),
                value.collation(),
                value.origin());
    }

    private static void checkCount(AstExpr.MultiAssignRef raw, int count, int location) {
        if (count != raw.columnCount()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "number of columns does not match number of values")
                    .at(location + 1);
        }
    }
}
