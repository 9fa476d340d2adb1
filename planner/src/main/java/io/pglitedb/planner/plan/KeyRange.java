package io.pglitedb.planner.plan;

import io.pglitedb.planner.query.Expr;
import java.util.List;

/// A range of an index. All expressions are without slots, of the key columns' own types; a NULL value makes the
/// range
/// empty, as no comparison with NULL is true.
///
/// @param equal values of the first key columns
/// @param any an array, of which each element takes the place of one more equal value in turn; null for none
/// @param nullTest the key column after them must be NULL (or, when false, must not be)
/// @param low bound of the key column after them, null for none
/// @param high bound of the same column, null for none
public record KeyRange(
        List<Expr> equal,
        Expr any,
        NullTest nullTest,
        Expr low,
        boolean lowInclusive,
        Expr high,
        boolean highInclusive) {
    public enum NullTest {
        NONE,
        IS_NULL,
        IS_NOT_NULL
    }

    public static final KeyRange ALL = new KeyRange(List.of(), null, NullTest.NONE, null, false, null, false);

    public KeyRange {
        equal = List.copyOf(equal);
    }
}
