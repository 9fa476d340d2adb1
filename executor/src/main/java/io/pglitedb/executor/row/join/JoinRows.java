package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.lock.Provenance;
import io.pglitedb.planner.plan.PlanNode;

/// Puts a left and a right row side by side. A missing side is NULLs.
final class JoinRows {
    private final int leftWidth;
    private final int rightWidth;
    private final boolean tracked;
    private final Object[] scratch;

    JoinRows(PlanNode.Binary join, BuildContext context) {
        leftWidth = join.left().columns().size();
        rightWidth = join.right().columns().size();
        tracked = context.tracksProvenance();
        scratch = new Object[leftWidth + rightWidth];
    }

    /// For conditions only: the array is reused.
    Object[] view(Object[] left, Object[] right) {
        System.arraycopy(left, 0, scratch, 0, leftWidth);
        System.arraycopy(right, 0, scratch, leftWidth, rightWidth);
        return scratch;
    }

    /// @param left null when there is no partner, or `right` is
    Object[] join(Object[] left, Object[] right) {
        Object[] row = new Object[leftWidth + rightWidth + (tracked ? 1 : 0)];
        if (left != null) {
            System.arraycopy(left, 0, row, 0, leftWidth);
        }
        if (right != null) {
            System.arraycopy(right, 0, row, leftWidth, rightWidth);
        }
        if (tracked) {
            row[leftWidth + rightWidth] = Provenance.pair(of(left), of(right));
        }
        return row;
    }

    /// The left row of a pair.
    Object[] semi(Object[] left, Object[] right) {
        if (!tracked) {
            return left;
        }
        Object[] row = left.clone();
        row[row.length - 1] = Provenance.pair(of(left), of(right));
        return row;
    }

    private static Provenance of(Object[] row) {
        return row == null ? null : (Provenance) row[row.length - 1];
    }
}
