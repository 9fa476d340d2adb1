package io.pglitedb.planner.plpgsql;

import java.util.List;

/// Where values go.
public sealed interface PlTarget {
    /// A row as a whole.
    record Row(int variable) implements PlTarget {}

    /// Values one by one.
    record Values(List<Place> places) implements PlTarget {
        public Values {
            places = List.copyOf(places);
        }
    }

    /// @param field of a row; null for the variable itself
    record Place(int variable, String field) {}
}
