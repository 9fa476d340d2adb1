package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.GroupingSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the checks ask about grouping sets, without expanding them.
final class GroupingSetFacts {
    private GroupingSetFacts() {}

    /// Number of sets that GROUP BY's elements stand for, or `limit + 1` when there are more.
    static long count(List<GroupingSet> elements, long limit) {
        long product = 1;
        for (GroupingSet element : elements) {
            product = Math.min(product * count(element, limit), limit + 1);
        }
        return product;
    }

    private static long count(GroupingSet set, long limit) {
        return switch (set) {
            case GroupingSet.Empty ignored -> 1;
            case GroupingSet.Simple ignored -> 1;
            case GroupingSet.Rollup(List<GroupingSet> content) -> content.size() + 1L;
            case GroupingSet.Cube(List<GroupingSet> content) -> 1L << content.size();
            case GroupingSet.Sets(List<GroupingSet> content) ->
                Math.min(
                        content.stream().mapToLong(inner -> count(inner, limit)).sum(), limit + 1);
        };
    }

    /// References that are in every set: each set joins one of each element's, so those of any element.
    static Set<Integer> common(List<GroupingSet> elements) {
        Set<Integer> all = new HashSet<>();
        elements.forEach(element -> all.addAll(common(element)));
        return all;
    }

    private static Set<Integer> common(GroupingSet set) {
        return switch (set) {
            case GroupingSet.Simple(List<Integer> references) -> Set.copyOf(references);
            case GroupingSet.Sets(List<GroupingSet> content) -> {
                Set<Integer> shared = null;
                for (GroupingSet inner : content) {
                    if (shared == null) {
                        shared = new HashSet<>(common(inner));
                    } else {
                        shared.retainAll(common(inner));
                    }
                }
                yield shared == null ? Set.of() : shared;
            }
            // Each has the empty set.
            case GroupingSet.Empty ignored -> Set.of();
            case GroupingSet.Rollup ignored -> Set.of();
            case GroupingSet.Cube ignored -> Set.of();
        };
    }
}
