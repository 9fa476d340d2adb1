package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.QuerySearch;
import io.pglitedb.planner.query.QuerySearch.Step;
import io.pglitedb.planner.query.RangeTableEntry;
import java.util.OptionalInt;

/// How far out the variables and aggregates of expressions reach, subqueries included.
final class Levels implements QuerySearch.Visitor {
    private int lowestVariable = Integer.MAX_VALUE;
    private int lowestAggregate = Integer.MAX_VALUE;
    private int lowestCommonTable = Integer.MAX_VALUE;
    private String commonTable;

    static Levels of(Iterable<Expr> expressions) {
        Levels levels = new Levels();
        for (Expr expression : expressions) {
            QuerySearch.visit(expression, 0, levels);
        }
        return levels;
    }

    @Override
    public void reference(RangeTableEntry.CteReference reference, int depth) {
        int level = reference.levelsUp() - depth;
        if (level >= 0 && level < lowestCommonTable) {
            lowestCommonTable = level;
            commonTable = reference.name();
        }
    }

    @Override
    public Step visit(Expr expression, int depth) {
        switch (expression) {
            case Expr.Var variable
            when variable.levelsUp() >= depth -> lowestVariable = Math.min(lowestVariable, variable.levelsUp() - depth);
            case Expr.AggregateCall call -> aggregate(call.levelsUp() - depth);
            case Expr.Grouping call -> aggregate(call.levelsUp() - depth);
            default -> {}
        }
        return Step.DESCEND;
    }

    private void aggregate(int level) {
        if (level >= 0) {
            lowestAggregate = Math.min(lowestAggregate, level);
        }
    }

    /// Name of a WITH query inside of `level`, null when all that are referred to are further out.
    String commonTableInside(int level) {
        return lowestCommonTable < level ? commonTable : null;
    }

    OptionalInt lowestVariable() {
        return lowestVariable == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowestVariable);
    }

    OptionalInt lowestAggregate() {
        return lowestAggregate == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(lowestAggregate);
    }

    /// Empty when there is neither variable nor aggregate.
    OptionalInt lowest() {
        int level = Math.min(lowestVariable, lowestAggregate);
        return level == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(level);
    }

    /// The first variable of a level, in a fixed order; null when there is none.
    static Expr variable(Iterable<Expr> expressions, int level) {
        return find(expressions, (e, depth) -> e instanceof Expr.Var variable && variable.levelsUp() - depth == level);
    }

    /// The first aggregate or GROUPING of a level; null when there is none.
    static Expr aggregate(Iterable<Expr> expressions, int level) {
        return find(
                expressions,
                (e, depth) -> e instanceof Expr.AggregateCall call && call.levelsUp() - depth == level
                        || e instanceof Expr.Grouping grouping && grouping.levelsUp() - depth == level);
    }

    private interface Wanted {
        boolean test(Expr expression, int depth);
    }

    private static Expr find(Iterable<Expr> expressions, Wanted wanted) {
        Expr[] found = new Expr[1];
        for (Expr expression : expressions) {
            boolean stopped = QuerySearch.visit(expression, 0, (e, depth) -> {
                if (!wanted.test(e, depth)) {
                    return Step.DESCEND;
                }
                found[0] = e;
                return Step.STOP;
            });
            if (stopped) {
                break;
            }
        }
        return found[0];
    }
}
