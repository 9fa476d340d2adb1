package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// `a[1]`, `a[1:2]`, `(r).f`. Source: PostgreSQL's transformIndirection.
final class Indirections {
    private Indirections() {}

    static Expr analyze(ParseState state, AstExpr.Indirection raw) {
        Expr result = ExpressionAnalyzer.analyze(state, raw.argument());
        List<AstExpr.Subscript> subscripts = new ArrayList<>();
        for (AstExpr.IndirectionElement element : raw.elements()) {
            switch (element) {
                case AstExpr.Subscript subscript -> subscripts.add(subscript);
                case AstExpr.AllFields ignored ->
                    throw new PgException(
                                    SqlState.FEATURE_NOT_SUPPORTED, "row expansion via \"*\" is not supported here")
                            .at(raw.location() + 1);
                case AstExpr.Field field -> {
                    result = subscript(state, result, subscripts, raw.location());
                    subscripts = new ArrayList<>();
                    Expr selected = FunctionCallAnalyzer.asFunction(state, field.name(), result, raw.location());
                    if (selected == null) {
                        throw missingField(state, result, field.name(), raw.location());
                    }
                    result = selected;
                }
            }
        }
        return subscript(state, result, subscripts, raw.location());
    }

    static PgException missingField(ParseState state, Expr row, String field, int location) {
        String type = state.types().name(row.type());
        if (state.types().isComposite(row.type())) {
            return new PgException(
                            SqlState.UNDEFINED_COLUMN, "column \"%s\" not found in data type %s".formatted(field, type))
                    .at(location + 1);
        }
        if (row.type() == RECORD) {
            return new PgException(
                            SqlState.UNDEFINED_COLUMN,
                            "could not identify column \"%s\" in record data type".formatted(field))
                    .at(location + 1);
        }
        return new PgException(
                        SqlState.WRONG_OBJECT_TYPE,
                        "column notation .%s applied to type %s, which is not a composite type".formatted(field, type))
                .at(location + 1);
    }

    private static Expr subscript(ParseState state, Expr base, List<AstExpr.Subscript> subscripts, int location) {
        if (subscripts.isEmpty()) {
            return base;
        }
        return Subscripts.analyze(state, base, base.type(), base.typmod(), subscripts, location);
    }
}
