package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.query.Expr;

/// A condition between the sides that an order is sought for. Masks have a bit a side.
///
/// @param mask sides that it reads
/// @param first sides that the left operand of a hashable equality reads, else 0
/// @param second sides that its right operand reads, else 0
/// @param group number of the class of equal expressions that it belongs to, -1 for none: of the conditions of a
///     class that a join could apply one is enough
/// @param share of the pairs of rows that it lets through
/// @param operators that it costs
record JoinCondition(Expr expression, long mask, long first, long second, int group, double share, double operators) {
    /// Whether a join of these sides is the first that can apply it.
    boolean joins(long left, long right) {
        return (mask & ~(left | right)) == 0 && (mask & left) != 0 && (mask & right) != 0;
    }

    boolean hashable(long left, long right) {
        return first != 0
                && second != 0
                && ((first & ~left) == 0 && (second & ~right) == 0 || (first & ~right) == 0 && (second & ~left) == 0);
    }
}
