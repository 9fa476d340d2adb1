package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.TargetEntry;

/// How far out the variables of an expression reach, subqueries included.
final class Levels {
    private Levels() {}

    /// The least levelsUp of a variable or aggregate; Integer.MAX_VALUE when there is none.
    static int lowestVariable(Expr expression) {
        return lowest(expression, 0);
    }

    /// `depth` queries further in than where counting starts; variables of those queries do not count.
    private static int lowest(Expr expression, int depth) {
        int least = Integer.MAX_VALUE;
        if (expression instanceof Expr.Var variable && variable.levelsUp() >= depth) {
            least = variable.levelsUp() - depth;
        } else if (expression instanceof Expr.AggregateCall aggregate && aggregate.levelsUp() >= depth && depth > 0) {
            least = aggregate.levelsUp() - depth;
        } else if (expression instanceof Expr.SubLink link) {
            least = lowest(link.query(), depth + 1);
        }
        for (Expr child : expression.children()) {
            least = Math.min(least, lowest(child, depth));
        }
        return least;
    }

    private static int lowest(Query query, int depth) {
        int least = Integer.MAX_VALUE;
        for (TargetEntry target : query.targets()) {
            least = Math.min(least, lowest(target.expression(), depth));
        }
        if (query.joinTree().where() != null) {
            least = Math.min(least, lowest(query.joinTree().where(), depth));
        }
        if (query.having() != null) {
            least = Math.min(least, lowest(query.having(), depth));
        }
        for (RangeTableEntry entry : query.rangeTable()) {
            if (entry instanceof RangeTableEntry.Subquery subquery) {
                least = Math.min(least, lowest(subquery.query(), depth + 1));
            } else if (entry instanceof RangeTableEntry.Join join) {
                for (Expr alias : join.aliasVariables()) {
                    least = Math.min(least, lowest(alias, depth));
                }
            } else if (entry instanceof RangeTableEntry.Functions functions) {
                for (var function : functions.functions()) {
                    least = Math.min(least, lowest(function.call(), depth));
                }
            }
        }
        return least;
    }
}
