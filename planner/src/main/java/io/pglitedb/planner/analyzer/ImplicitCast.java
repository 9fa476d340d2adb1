package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.SessionContext;

/// Conversions that later steps put in: of set operations' columns, of defaults.
public final class ImplicitCast {
    private ImplicitCast() {}

    /// The value as the type, by an implicit conversion; IllegalStateException when there is none, as the
    /// analysis has made sure of it.
    public static Expr to(Expr value, int type, int typmod, CatalogView catalog, SessionContext session) {
        return to(value, type, typmod, Context.IMPLICIT, catalog, session);
    }

    /// As assignment to a column does.
    public static Expr assigned(Expr value, int type, int typmod, CatalogView catalog, SessionContext session) {
        return to(value, type, typmod, Context.ASSIGNMENT, catalog, session);
    }

    private static Expr to(
            Expr value, int type, int typmod, Context context, CatalogView catalog, SessionContext session) {
        ParseState state = new ParseState(new TypeRules(catalog), session, ParameterTypes.none());
        Expr cast = Coercion.toTarget(state, value, type, typmod, context, Origin.Form.IMPLICIT_CAST, -1);
        if (cast == null) {
            throw new IllegalStateException("no conversion of " + value + " to type " + type);
        }
        return cast;
    }
}
