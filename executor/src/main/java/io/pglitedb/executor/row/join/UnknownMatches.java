package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.key.Grouping;
import io.pglitedb.executor.row.key.JoinKeys;

/// NOT IN: whether comparing a left row with some right row is unknown for a NULL on either side.
final class UnknownMatches {
    private final JoinKeys keys;

    UnknownMatches(JoinKeys keys) {
        this.keys = keys;
    }

    /// @param values keys of a left row that equals no right row
    boolean any(Object[] values, JoinTable table) {
        for (Object[] each : table.incompleteKeys()) {
            if (keys.mayEqual(values, each)) {
                return true;
            }
        }
        if (JoinKeys.hasNull(values)) {
            for (Grouping.Key each : table.keys()) {
                if (keys.mayEqual(values, each.values())) {
                    return true;
                }
            }
        }
        return false;
    }
}
