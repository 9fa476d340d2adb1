package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.optimizer.SlotMap;
import io.pglitedb.planner.plan.PlanNode;
import java.util.List;
import java.util.Set;

/// A way to get the rows of some leaves joined.
///
/// @param slots where its rows keep the leaves' columns
/// @param leaves whose conditions have all been applied
/// @param order of the rows, as far as it is known
public record Path(PlanNode node, SlotMap slots, Set<Integer> leaves, List<Order> order) {
    Path(PlanNode node, SlotMap slots, Set<Integer> leaves) {
        this(node, slots, leaves, List.of());
    }

    public double rows() {
        return node.estimate().rows();
    }

    public double cost() {
        return node.estimate().total();
    }

    /// Of the first rows.
    ///
    /// @param fraction of all rows, up to 1
    double cost(double fraction) {
        double startup = node.estimate().startup();
        return startup + fraction * (node.estimate().total() - startup);
    }
}
