package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;

/// Replaces references to columns of joins by what they stand for, so that a column is equal to itself however it
/// is named. Subqueries are left as they are.
record JoinAliases(Query query) {
    Expr flatten(Expr expression) {
        if (expression instanceof Expr.Var variable
                && variable.levelsUp() == 0
                && variable.attribute() > 0
                && query.rangeTableEntry(variable.rangeTableIndex()) instanceof RangeTableEntry.Join join) {
            Expr alias = join.aliasVariables().get(variable.attribute() - 1);
            return flatten(alias instanceof Expr.Var inner ? at(inner, variable) : alias);
        }
        return expression.mapChildren(this::flatten);
    }

    private static Expr at(Expr.Var inner, Expr.Var written) {
        return new Expr.Var(
                inner.rangeTableIndex(),
                inner.attribute(),
                inner.levelsUp(),
                inner.type(),
                inner.typmod(),
                inner.collation(),
                written.origin());
    }
}
