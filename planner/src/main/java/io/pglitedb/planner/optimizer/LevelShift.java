package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;

/// Moves an expression to a level further out.
final class LevelShift {
    private LevelShift() {}

    /// The expression as the query `levels` further out would write it. Its variables are of that query or
    /// beyond.
    static Expr down(Expr expression, int levels) {
        Expr shifted = switch (expression) {
            case Expr.Var variable -> variable.atLevel(variable.levelsUp() - levels);
            case Expr.AggregateCall call ->
                new Expr.AggregateCall(
                        call.function(),
                        call.argumentTypes(),
                        call.directArguments(),
                        call.arguments(),
                        call.order(),
                        call.distinct(),
                        call.filter(),
                        call.star(),
                        call.variadic(),
                        call.kind(),
                        call.levelsUp() - levels,
                        call.type(),
                        call.collation(),
                        call.inputCollation(),
                        call.origin());
            case Expr.Grouping grouping ->
                new Expr.Grouping(
                        grouping.arguments(), grouping.references(), grouping.levelsUp() - levels, grouping.origin());
            case Expr.SubLink ignored ->
                throw PgException.notSupported("a subquery inside an aggregate of an outer query");
            default -> expression;
        };
        return shifted.mapChildren(child -> down(child, levels));
    }
}
