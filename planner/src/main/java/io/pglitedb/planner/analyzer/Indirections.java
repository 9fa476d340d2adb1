package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// `a[1]`, `a[1:2]`, `(r).f`. Source: PostgreSQL's transformIndirection and array_subscript_transform.
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
        int type = state.types().baseType(base.type());
        int typmod = state.types().baseTypmod(base.type(), base.typmod());
        int container = switch (type) {
            case INT2VECTOR -> INT2_ARRAY;
            case OIDVECTOR -> OID_ARRAY;
            default -> type;
        };
        boolean slice = subscripts.stream().anyMatch(AstExpr.Subscript::slice);
        List<Expr> upper = new ArrayList<>();
        List<Expr> lower = new ArrayList<>();
        int element;
        int indexType = INT4;
        if (type == JSONB) {
            if (slice) {
                throw new PgException(SqlState.DATATYPE_MISMATCH, "jsonb subscript does not support slices")
                        .at(location + 1);
            }
            element = JSONB;
            indexType = NONE;
        } else {
            element = state.types().subscriptElement(container);
            if (element == NONE) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "cannot subscript type %s because it does not support subscripting"
                                        .formatted(state.types().name(base.type())))
                        .at(base.location() + 1);
            }
        }
        for (AstExpr.Subscript subscript : subscripts) {
            if (slice) {
                lower.add(
                        subscript.slice()
                                ? (subscript.lower() == null ? null : index(state, subscript.lower(), indexType))
                                : new Expr.Const(1, INT4, -1, NONE, Origin.NONE));
            }
            upper.add(subscript.upper() == null ? null : index(state, subscript.upper(), indexType));
        }
        return new Expr.SubscriptRef(
                base,
                slice,
                upper,
                lower,
                null,
                container,
                element,
                slice ? container : element,
                typmod,
                NONE,
                Origin.at(location));
    }

    private static Expr index(ParseState state, AstExpr raw, int type) {
        Expr index = ExpressionAnalyzer.analyze(state, raw);
        int target = type;
        if (type == NONE) {
            target = index.type() == UNKNOWN || !state.types().canCoerce(index.type(), INT4, Context.IMPLICIT)
                    ? TEXT
                    : INT4;
        }
        Expr result = Coercion.toTarget(state, index, target, -1, Context.ASSIGNMENT, Form.IMPLICIT_CAST, -1);
        if (result == null) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            type == NONE
                                    ? "subscript type %s is not supported"
                                            .formatted(state.types().name(index.type()))
                                    : "array subscript must have type integer")
                    .at(index.location() + 1);
        }
        return result;
    }
}
