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
    /// Kinds of slots.
    public static final int COMMON_VALUES = 1;

    public static final int HISTOGRAM = 2;
    public static final int CORRELATION = 3;
    public static final int COMMON_ELEMENTS = 4;
    public static final int ELEMENT_COUNTS = 5;

    /// @param kind one of the constants
    public record Slot(int kind, int operator, int collation, Optional<PgArray> numbers, Optional<PgArray> values) {}

    public StatisticDef {
        slots = List.copyOf(slots);
    }

    /// Null when there is none.
    public Slot slot(int kind) {
        for (Slot slot : slots) {
            if (slot.kind() == kind) {
                return slot;
            }
        }
        return null;
    }
}
