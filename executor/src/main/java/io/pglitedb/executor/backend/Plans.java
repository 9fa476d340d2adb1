package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.error.PgException;
import java.util.List;

/// Where queries become plans, and plans runnable.
final class Plans {
    private Plans() {}

    static PlannedStatement plan(Query query, Backend session, List<Integer> parameterTypes) {
        throw PgException.notSupported("running a query");
    }

    static RunnablePlan build(PlannedStatement plan, Backend session) {
        throw PgException.notSupported("running a query");
    }
}
