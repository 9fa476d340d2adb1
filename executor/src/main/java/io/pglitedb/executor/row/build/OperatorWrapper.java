package io.pglitedb.executor.row.build;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.planner.plan.PlanNode;

/// Puts something around the operators of a plan: a measuring one, for EXPLAIN ANALYZE.
@FunctionalInterface
public interface OperatorWrapper {
    OperatorWrapper NONE = (node, operator) -> operator;

    Operator wrap(PlanNode node, Operator operator);
}
