package io.pglitedb.planner.optimizer.engine;

import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;

/// Which side of a hash join the vectorized engine makes the table of.
public final class BuildSide {
    /// A left side has to be smaller by this before it is worth waiting for.
    private static final double LEFT_FACTOR = 2;

    private BuildSide() {}

    /// Whether it is the left one: of a join that tells only which left rows have a partner, when they are few.
    public static boolean isLeft(PlanNode.HashJoin join) {
        boolean leftRowsOnly = join.type() == JoinType.SEMI || join.type() == JoinType.ANTI;
        return leftRowsOnly
                && !join.nullAware()
                && join.left().estimate().rows() * LEFT_FACTOR
                        < join.right().estimate().rows();
    }
}
