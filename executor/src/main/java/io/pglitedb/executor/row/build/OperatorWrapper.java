package io.pglitedb.executor.row.build;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.planner.plan.PlanNode;

/// Puts something around the operators of a plan: a measuring one, for EXPLAIN ANALYZE.
public interface OperatorWrapper {
    OperatorWrapper NONE = new OperatorWrapper() {
        @Override
        public Operator wrap(PlanNode node, Operator operator) {
            return operator;
        }

        @Override
        public VectorOperator wrap(PlanNode node, VectorOperator operator) {
            return operator;
        }
    };

    Operator wrap(PlanNode node, Operator operator);

    VectorOperator wrap(PlanNode node, VectorOperator operator);
}
