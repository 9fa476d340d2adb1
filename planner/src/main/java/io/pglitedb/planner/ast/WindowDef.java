package io.pglitedb.planner.ast;

import java.util.List;

/// `name`: defined in WINDOW, or `OVER name`; `reference`: `OVER (reference …)`. `frame` null when not written.
public record WindowDef(
        String name, String reference, List<AstExpr> partition, List<SortBy> orderBy, Frame frame, int location) {

    public record Frame(Mode mode, boolean between, Bound start, Bound end, Exclusion exclusion) {}

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

    /// `offset` only for the OFFSET kinds.
    public record Bound(BoundKind kind, AstExpr offset) {}

    public enum Exclusion {
        NONE,
        CURRENT_ROW,
        GROUP,
        TIES
    }
}
