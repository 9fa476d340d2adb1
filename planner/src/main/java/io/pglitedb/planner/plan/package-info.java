/// The physical plan: how a statement is computed. Positional: a node's rows are tuples whose columns expressions
/// name by
/// [io.pglitedb.planner.query.Expr.Slot], counted from 0 over the node's input; a join's input row is the left
/// row
/// followed by the right row. Values of outer rows reach inner plans through EXECUTION parameters.
///
/// Start at [PlannedStatement] and [PlanNode]. Plans are immutable, shared between sessions and hold no
/// resources.
package io.pglitedb.planner.plan;
