package io.pglitedb.planner.plan;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.MergeAction;
import java.util.List;

/// A WHEN clause of MERGE. Its expressions are over the input row.
///
/// @param matched whether it is for rows of the target that were found, else for rows of the source that found
///     none
/// @param condition null for none
/// @param assignments of UPDATE
/// @param values of INSERT: one a column of the target, dropped ones included (NULL)
public record MergeStep(
        boolean matched,
        MergeAction.Kind kind,
        Expr condition,
        List<PlanNode.Assignment> assignments,
        List<Expr> values) {
    public MergeStep {
        assignments = List.copyOf(assignments);
        values = List.copyOf(values);
    }
}
