package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CastDef;
import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// Brings one side of a comparison between two types to the other's type, where every value that can be equal
/// survives.
final class ValueCasts {
    private static final Set<Integer> INTEGERS = Set.of(Oids.INT2, Oids.INT4, Oids.INT8);
    /// Bytes of a name.
    private static final int NAME_MAX = 63;

    private final CatalogView catalog;

    ValueCasts(CatalogView catalog) {
        this.catalog = catalog;
    }

    /// Null when there is no such way.
    Expr cast(Expr value, int type) {
        if (INTEGERS.contains(value.type()) && INTEGERS.contains(type)) {
            return integer(value, type);
        }
        if (type == Oids.NAME && value.type() == Oids.TEXT) {
            return value instanceof Expr.Const constant
                            && constant.value() instanceof Utf8 text
                            && text.length() <= NAME_MAX
                    ? new Expr.Const(text, Oids.NAME, -1, constant.collation(), constant.origin())
                    : null;
        }
        boolean widens = value.type() == Oids.FLOAT4 && type == Oids.FLOAT8
                || value.type() == Oids.DATE && type == Oids.TIMESTAMP;
        return widens ? call(value, type) : null;
    }

    private Expr integer(Expr value, int type) {
        if (value instanceof Expr.Const constant && constant.value() instanceof Number number) {
            long exact = number.longValue();
            Object converted = switch (type) {
                case Oids.INT2 -> exact == (short) exact ? (Object) (short) exact : null;
                case Oids.INT4 -> exact == (int) exact ? (Object) (int) exact : null;
                default -> exact;
            };
            return converted == null ? null : new Expr.Const(converted, type, -1, 0, constant.origin());
        }
        boolean widens = value.type() == Oids.INT2 || type == Oids.INT8;
        return widens ? call(value, type) : null;
    }

    private Expr call(Expr value, int type) {
        CastDef cast = catalog.cast(value.type(), type);
        return cast == null || cast.function() == 0
                ? null
                : new Expr.FunctionCall(
                        cast.function(),
                        java.util.List.of(value),
                        false,
                        false,
                        type,
                        0,
                        0,
                        new Origin(-1, Origin.Form.IMPLICIT_CAST));
    }
}
