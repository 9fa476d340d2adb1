package io.pglitedb.planner.optimizer.path;

import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;

/// How much of a table TABLESAMPLE gives. Source: PostgreSQL's `bernoulli_samplescangetsamplesize`.
final class Samples {
    /// Of a percentage that is not known when the query is planned, or is none.
    private static final double UNKNOWN = 0.1;

    private Samples() {}

    static double share(PlanNode.Sampling sampling) {
        return sampling.percentage() instanceof Expr.Const constant
                        && constant.value() instanceof Float percentage
                        && percentage >= 0
                        && percentage <= 100
                ? percentage / 100
                : UNKNOWN;
    }
}
