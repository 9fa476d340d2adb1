package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.query.Expr;
import java.util.List;

/// One level of an order of rows.
///
/// @param operator OID of the `<` or `>` that orders
public record Order(Expr expression, int operator, boolean descending, boolean nullsFirst) {
    /// Whether rows in the order `have` are in the order `want` too.
    public static boolean satisfies(List<Order> have, List<Order> want) {
        if (have.size() < want.size()) {
            return false;
        }
        for (int i = 0; i < want.size(); i++) {
            if (!have.get(i).isLike(want.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isLike(Order other) {
        return expression.equals(other.expression)
                && operator == other.operator
                && descending == other.descending
                && nullsFirst == other.nullsFirst;
    }
}
