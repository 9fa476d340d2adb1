package io.pglitedb.types.value;

import java.util.List;

/// The carrier of every multirange type.
///
/// @param typeOid the multirange type
/// @param ranges in order, none empty, no two of them overlapping or adjacent
public record PgMultirange(int typeOid, List<PgRange> ranges) {
    public PgMultirange {
        ranges = List.copyOf(ranges);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public PgRange first() {
        return ranges.getFirst();
    }

    public PgRange last() {
        return ranges.getLast();
    }
}
