package io.pglitedb.planner.plan;

import io.pglitedb.planner.query.Expr;
import java.util.List;

/// ON CONFLICT. DO UPDATE's expressions are over the existing row (columns, then the six system columns, as in
/// [ModifyTarget]), then the row proposed for insertion (columns).
///
/// @param arbiters OIDs of the indexes whose conflicts count; empty for all (DO NOTHING only)
/// @param update false for DO NOTHING
/// @param where null for none
public record ConflictAction(
        List<Integer> arbiters, boolean update, List<PlanNode.Assignment> assignments, Expr where) {
    public ConflictAction {
        arbiters = List.copyOf(arbiters);
        assignments = List.copyOf(assignments);
    }
}
