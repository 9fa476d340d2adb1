package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.QueryMapper;
import io.pglitedb.planner.query.RangeTableEntry;

/// Moves an expression to a level further out, with the subqueries in it.
final class LevelShift extends QueryMapper {
    private final int levels;

    private LevelShift(int levels) {
        this.levels = levels;
    }

    /// The expression as the query `levels` further out would write it. Its variables are of that query or
    /// beyond.
    static Expr down(Expr expression, int levels) {
        return new LevelShift(levels).map(expression, 0);
    }

    /// What a subquery refers to inside itself stays.
    private boolean isOuter(int levelsUp, int depth) {
        return levelsUp >= depth + levels;
    }

    @Override
    protected Expr changed(Expr expression, int depth) {
        return switch (expression) {
            case Expr.Var variable
            when isOuter(variable.levelsUp(), depth) -> variable.atLevel(variable.levelsUp() - levels);
            case Expr.AggregateCall call
            when isOuter(call.levelsUp(), depth) ->
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
            case Expr.Grouping grouping
            when isOuter(grouping.levelsUp(), depth) ->
                new Expr.Grouping(
                        grouping.arguments(), grouping.references(), grouping.levelsUp() - levels, grouping.origin());
            default -> expression;
        };
    }

    @Override
    protected RangeTableEntry.CteReference changed(RangeTableEntry.CteReference reference, int depth) {
        return isOuter(reference.levelsUp(), depth)
                ? new RangeTableEntry.CteReference(
                        reference.name(),
                        reference.aliasWritten(),
                        reference.columns(),
                        reference.cteName(),
                        reference.levelsUp() - levels,
                        reference.selfReference())
                : reference;
    }
}
