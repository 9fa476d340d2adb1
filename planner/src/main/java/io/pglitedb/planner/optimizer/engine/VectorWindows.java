package io.pglitedb.planner.optimizer.engine;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.WindowClause;
import io.pglitedb.planner.query.WindowClause.BoundKind;
import java.util.List;
import java.util.Set;

/// Which windows the vectorized engine knows: those whose frames begin with the partition.
final class VectorWindows {
    private static final Set<String> PLACES =
            Set.of("window_row_number", "window_rank", "window_dense_rank", "window_percent_rank", "window_cume_dist");
    private static final Set<String> OF_FRAMES = Set.of("window_first_value", "window_last_value");
    private static final Set<String> NEIGHBOURS = Set.of(
            "window_lag",
            "window_lag_with_offset",
            "window_lag_with_offset_and_default",
            "window_lead",
            "window_lead_with_offset",
            "window_lead_with_offset_and_default");

    private VectorWindows() {}

    static boolean knows(PlanNode.Window window, CatalogView catalog) {
        WindowClause.Frame frame = window.frame();
        return frame.start() == BoundKind.UNBOUNDED_PRECEDING
                && (frame.end() == BoundKind.CURRENT_ROW || frame.end() == BoundKind.UNBOUNDED_FOLLOWING)
                && frame.exclusion() == WindowClause.Exclusion.NONE
                && window.calls().stream().allMatch(call -> knows(call, catalog));
    }

    private static boolean knows(Expr.WindowCall call, CatalogView catalog) {
        if (call.aggregate()) {
            return true;
        }
        String prosrc = catalog.function(call.function()).prosrc();
        List<Expr> arguments = call.arguments();
        // A row that is not asked for is not computed: only what cannot fail may be.
        return PLACES.contains(prosrc)
                || OF_FRAMES.contains(prosrc) && isPlain(arguments.getFirst())
                || NEIGHBOURS.contains(prosrc)
                        && isPlain(arguments.getFirst())
                        && arguments.stream().skip(1).allMatch(VectorWindows::isConstant);
    }

    private static boolean isPlain(Expr argument) {
        return argument instanceof Expr.Slot || isConstant(argument);
    }

    private static boolean isConstant(Expr argument) {
        return argument instanceof Expr.Const
                || argument instanceof Expr.Param parameter && parameter.kind() == Expr.ParamKind.EXTERNAL;
    }
}
