package io.pglitedb.executor.row.lock;

import io.pglitedb.planner.plan.PlanNode;
import java.util.IdentityHashMap;

/// Which rows of a plan's leaves a row was made of. It travels in the slot behind a row's columns, in plans that
/// may have
/// to be run again for rows that others changed.
public sealed interface Provenance {
    /// A row of a leaf.
    record Leaf(PlanNode node, Object[] row) implements Provenance {}

    record Pair(Provenance left, Provenance right) implements Provenance {}

    /// @param left null for a side that has no row, or `right` is
    static Provenance pair(Provenance left, Provenance right) {
        return left == null ? right : right == null ? left : new Pair(left, right);
    }

    /// Adds the row of each leaf that took part.
    ///
    /// @param rows by the leaf's identity
    static void collect(Provenance provenance, IdentityHashMap<PlanNode, Object[]> rows) {
        switch (provenance) {
            case null -> {}
            case Leaf(PlanNode node, Object[] row) -> rows.put(node, row);
            case Pair(Provenance left, Provenance right) -> {
                collect(left, rows);
                collect(right, rows);
            }
        }
    }
}
