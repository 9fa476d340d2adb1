package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.plan.PlanNode;
import java.util.Set;

/// A way to get the rows of some leaves joined.
///
/// @param slots where its rows keep the leaves' columns
/// @param leaves whose conditions have all been applied
public record Path(PlanNode node, SlotMap slots, Set<Integer> leaves) {
    public double rows() {
        return node.estimate().rows();
    }

    public double cost() {
        return node.estimate().total();
    }
}
