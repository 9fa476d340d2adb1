package io.pglitedb.planner.query;

import java.util.List;

/// How the range table's entries are joined.
public sealed interface JoinTree {
    /// @param rangeTableIndex from 1
    record Reference(int rangeTableIndex) implements JoinTree {}

    /// @param using names of USING or NATURAL, else empty
    /// @param condition null for a cross join
    /// @param rangeTableIndex of the join's own entry, from 1
    record Join(
            JoinKind kind,
            boolean natural,
            JoinTree left,
            JoinTree right,
            List<String> using,
            Expr condition,
            int rangeTableIndex)
            implements JoinTree {}

    /// The FROM list and WHERE.
    ///
    /// @param where null for none
    record From(List<JoinTree> items, Expr where) implements JoinTree {
        public static final From EMPTY = new From(List.of(), null);

        public From {
            items = List.copyOf(items);
        }
    }
}
