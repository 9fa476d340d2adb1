package io.pglitedb.planner.ast;

import java.util.List;

/// One ORDER BY element; `operator` is that of USING, else empty; `location` is the operator's.
public record SortBy(AstExpr expression, Direction direction, Nulls nulls, List<String> operator, int location) {
    public enum Direction {
        DEFAULT,
        ASC,
        DESC,
        USING
    }

    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }
}
