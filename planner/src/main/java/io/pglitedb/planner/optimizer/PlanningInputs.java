package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.optimizer.cost.PlannerSettings;
import io.pglitedb.planner.optimizer.engine.EngineMode;

/// What a plan depends on, beside the catalog.
///
/// @param parameters values of $1 … that estimates may go by, null for SQL NULL; null when there are none yet.
///     The plan is good for any others too.
/// @param rules whether the rules of changed relations are followed
public record PlanningInputs(
        TableSizes sizes,
        PlannerSettings settings,
        EngineMode engine,
        Invoker invoker,
        Object[] parameters,
        boolean rules) {
    /// For planning without a store.
    public static final PlanningInputs NONE =
            new PlanningInputs(TableSizes.UNKNOWN, PlannerSettings.DEFAULT, EngineMode.ROW, Invoker.SERVER, null, true);
}
