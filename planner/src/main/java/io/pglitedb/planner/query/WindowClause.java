package io.pglitedb.planner.query;

import java.util.List;

/// A window definition, inherited parts copied in.
///
/// @param name null for an inline one
/// @param inheritedFrom name of the window whose partition and order were copied, or null
/// @param number what [Expr.WindowCall] refers to
/// @param startInRange OID of the in_range function of a RANGE offset bound, else 0
public record WindowClause(
        String name,
        String inheritedFrom,
        List<SortGroupClause> partition,
        List<SortGroupClause> order,
        Frame frame,
        int number,
        boolean orderInherited) {

    /// @param written false for the default frame
    public record Frame(
            boolean written,
            Mode mode,
            boolean between,
            BoundKind start,
            Expr startOffset,
            BoundKind end,
            Expr endOffset,
            Exclusion exclusion,
            InRange inRange) {
        public static final Frame DEFAULT = new Frame(
                false,
                Mode.RANGE,
                false,
                BoundKind.UNBOUNDED_PRECEDING,
                null,
                BoundKind.CURRENT_ROW,
                null,
                Exclusion.NONE,
                null);
    }

    /// How RANGE with an offset compares.
    ///
    /// @param startFunction OID of in_range for the start bound, else 0
    /// @param endFunction OID for the end bound, else 0
    public record InRange(int startFunction, int endFunction, int collation, boolean ascending, boolean nullsFirst) {}

    public enum Mode {
        RANGE,
        ROWS,
        GROUPS
    }

    public enum BoundKind {
        UNBOUNDED_PRECEDING,
        OFFSET_PRECEDING,
        CURRENT_ROW,
        OFFSET_FOLLOWING,
        UNBOUNDED_FOLLOWING
    }

    public enum Exclusion {
        NONE,
        CURRENT_ROW,
        GROUP,
        TIES
    }
}
