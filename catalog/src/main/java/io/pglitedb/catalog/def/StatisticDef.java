package io.pglitedb.catalog.def;

import io.pglitedb.types.value.PgArray;
import java.util.List;
import java.util.Optional;

/// A `pg_statistic` row.
///
/// @param inherited over the children too
/// @param width bytes, on average
/// @param distinct number of distinct values when positive; minus their share of the rows when negative; 0
///     unknown
public record StatisticDef(
        int relation,
        int column,
        boolean inherited,
        double nullFraction,
        int width,
        double distinct,
        List<Slot> slots) {
    /// @param kind 1 most common values, 2 histogram, 3 correlation, 4 common elements, …
    public record Slot(int kind, int operator, int collation, Optional<PgArray> numbers, Optional<PgArray> values) {}

    public StatisticDef {
        slots = List.copyOf(slots);
    }
}
