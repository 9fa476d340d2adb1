package io.pglitedb.planner.explain;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// Conditions of index scans with the index's column on the left side, as PostgreSQL keeps them.
final class IndexConditions {
    private IndexConditions() {}

    /// Null for null.
    static Expr columnFirst(Expr condition, CatalogView catalog) {
        return switch (condition) {
            case null -> null;
            case Expr.BooleanExpr logic -> logic.mapChildren(child -> columnFirst(child, catalog));
            case Expr.OperatorCall call
            when call.arguments().size() == 2
                    && !(call.arguments().get(0) instanceof Expr.Slot)
                    && call.arguments().get(1) instanceof Expr.Slot -> commuted(call, catalog);
            default -> condition;
        };
    }

    private static Expr commuted(Expr.OperatorCall call, CatalogView catalog) {
        int commutator = catalog.operator(call.operator()).commutator();
        return commutator == 0
                ? call
                : new Expr.OperatorCall(
                        commutator,
                        catalog.operator(commutator).function(),
                        List.of(call.arguments().get(1), call.arguments().get(0)),
                        call.returnsSet(),
                        call.type(),
                        call.collation(),
                        call.inputCollation(),
                        call.origin());
    }
}
