package io.pglitedb.planner.query;

import java.util.List;

/// A WHEN clause of MERGE.
///
/// @param condition null for none
/// @param targets numbered by attribute
public record MergeAction(
        boolean matched, Kind kind, Query.Overriding overriding, Expr condition, List<TargetEntry> targets) {
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        DO_NOTHING
    }
}
