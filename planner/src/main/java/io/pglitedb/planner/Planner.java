package io.pglitedb.planner;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.optimizer.PlanningInputs;
import io.pglitedb.planner.optimizer.StatementPlanner;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.SessionContext;
import java.util.List;

/// Entry of the planning: an analyzed query becomes a physical plan.
public final class Planner {
    private Planner() {}

    /// @param parameterTypes OIDs of the client's parameters, from $1
    public static PlannedStatement plan(
            Query query,
            CatalogView catalog,
            SessionContext session,
            List<Integer> parameterTypes,
            PlanningInputs inputs) {
        return StatementPlanner.plan(
                query, new PlanningContext(catalog, session, inputs), parameterTypes, inputs.engine());
    }
}
