package io.pglitedb.planner.query;

import java.util.List;

/// GROUP BY's structure over the references of the group clause.
public sealed interface GroupingSet {
    record Empty() implements GroupingSet {}

    /// One grouping set; several references when written `(a, b)`.
    record Simple(List<Integer> references) implements GroupingSet {}

    record Rollup(List<GroupingSet> content) implements GroupingSet {}

    record Cube(List<GroupingSet> content) implements GroupingSet {}

    record Sets(List<GroupingSet> content) implements GroupingSet {}
}
