package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.query.CommonTable;
import java.util.List;

/// What references to a WITH query become.
public sealed interface CommonTableSource {
    /// Planned where it is referred to, as if it were a subquery there.
    ///
    /// @param definedIn the level whose WITH it is
    record Inlined(CommonTable table, Scope definedIn) implements CommonTableSource {}

    /// Run once; readers share its rows.
    record Shared(int subPlan, List<PlanColumn> columns, double rows) implements CommonTableSource {
        public Shared {
            columns = List.copyOf(columns);
        }
    }

    /// Inside its own recursive part: the rows of the round before.
    record Recursive(int workTable, List<PlanColumn> columns, double rows) implements CommonTableSource {
        public Recursive {
            columns = List.copyOf(columns);
        }
    }
}
