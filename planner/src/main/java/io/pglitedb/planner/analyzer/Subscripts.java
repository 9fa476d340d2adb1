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

/// `[…]` on arrays and on jsonb. Source: PostgreSQL's transformContainerSubscripts, array_subscript_transform and
/// jsonb_subscript_transform.
final class Subscripts {
    private static final int DIMENSIONS_MAX = 6;

    private final ParseState state;
    private final boolean jsonb;

    private Subscripts(ParseState state, boolean jsonb) {
        this.state = state;
        this.jsonb = jsonb;
    }

    /// A reference that fetches.
    ///
    /// @param base what is subscripted
    /// @param type of the base
    static Expr.SubscriptRef analyze(
            ParseState state, Expr base, int type, int typmod, List<AstExpr.Subscript> subscripts, int location) {
        int baseType = state.types().baseType(type);
        int container = switch (baseType) {
            case INT2VECTOR -> INT2_ARRAY;
            case OIDVECTOR -> OID_ARRAY;
            default -> baseType;
        };
        boolean jsonb = container == JSONB;
        int element = jsonb ? JSONB : state.types().subscriptElement(container);
        if (element == NONE) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "cannot subscript type %s because it does not support subscripting"
                                    .formatted(state.types().name(type)))
                    .at(base.location() + 1);
        }
        boolean slice = subscripts.stream().anyMatch(AstExpr.Subscript::slice);
        Subscripts self = new Subscripts(state, jsonb);
        List<Expr> upper = new ArrayList<>();
        List<Expr> lower = new ArrayList<>();
        for (AstExpr.Subscript subscript : subscripts) {
            if (slice && jsonb) {
                throw self.noSlices(subscript);
            }
            if (slice) {
                lower.add(
                        subscript.slice()
                                ? self.index(subscript.lower())
                                : new Expr.Const(1, INT4, -1, NONE, Origin.NONE));
            }
            upper.add(self.index(subscript.upper()));
        }
        if (!jsonb && subscripts.size() > DIMENSIONS_MAX) {
            throw new PgException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "number of array dimensions (%d) exceeds the maximum allowed (%d)"
                            .formatted(subscripts.size(), DIMENSIONS_MAX));
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
                state.types().baseTypmod(type, typmod),
                NONE,
                Origin.at(location));
    }

    private PgException noSlices(AstExpr.Subscript subscript) {
        AstExpr bound = subscript.upper() != null ? subscript.upper() : subscript.lower();
        return new PgException(SqlState.DATATYPE_MISMATCH, "jsonb subscript does not support slices")
                .at(bound == null ? 0 : bound.location() + 1);
    }

    private Expr index(AstExpr raw) {
        if (raw == null) {
            return null;
        }
        Expr index = ExpressionAnalyzer.analyze(state, raw);
        if (jsonb) {
            return Coercion.coerce(state, index, jsonbType(index), -1, Context.IMPLICIT, Form.IMPLICIT_CAST, -1);
        }
        Expr result = Coercion.toTarget(state, index, INT4, -1, Context.ASSIGNMENT, Form.IMPLICIT_CAST, -1);
        if (result == null) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "array subscript must have type integer")
                    .at(index.location() + 1);
        }
        return result;
    }

    /// A key is text, a position is an integer.
    private int jsonbType(Expr index) {
        if (index.type() == UNKNOWN) {
            return TEXT;
        }
        boolean integer = state.types().canCoerce(index.type(), INT4, Context.IMPLICIT);
        boolean text = state.types().canCoerce(index.type(), TEXT, Context.IMPLICIT);
        if (integer == text) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "subscript type %s is not supported"
                                    .formatted(state.types().name(index.type())))
                    .hint(
                            integer
                                    ? "jsonb subscript must be coercible to only one type, integer or text."
                                    : "jsonb subscript must be coercible to either integer or text.")
                    .at(index.location() + 1);
        }
        return integer ? INT4 : TEXT;
    }
}
