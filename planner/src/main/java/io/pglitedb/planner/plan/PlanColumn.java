package io.pglitedb.planner.plan;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;

/// A column of a plan node's rows.
///
/// @param label what EXPLAIN prints where an expression names the column: `t.a`, `(sum(t.b))`
/// @param type OID
/// @param typmod -1 for none
/// @param collation OID, 0 for none
public record PlanColumn(String label, int type, int typmod, int collation) {
    public static PlanColumn of(String label, Expr expression) {
        return new PlanColumn(label, expression.type(), expression.typmod(), expression.collation());
    }

    public Expr.Slot slot(int index) {
        return new Expr.Slot(index, type, typmod, collation, Origin.NONE);
    }
}
