package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.optimizer.engine.EngineChoice;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.rewrite.QueryRewriter;
import java.util.List;

/// Plans the outermost query.
public final class StatementPlanner {
    private StatementPlanner() {}

    public static PlannedStatement plan(
            Query query, PlanningContext context, List<Integer> parameterTypes, EngineMode mode) {
        EngineChoice engines = new EngineChoice(mode, context.catalog(), context.sizes());
        QueryRewriter.Rewritten rewritten =
                QueryRewriter.rewrite(query, context.catalog(), context.session(), context.invoker());
        PlanNode root = engines.statement(QueryPlanner.plan(Scope.top(context, rewritten.query())));
        List<TargetEntry> columns = query.resultColumns();
        boolean returnsRows = query.command() == Query.Command.SELECT || !columns.isEmpty();
        return new PlannedStatement(
                query.command(),
                root,
                context.subPlans().stream().map(engines::subPlan).toList(),
                context.parameterCount(),
                columns,
                returnsRows,
                parameterTypes,
                context.modifies(),
                rewritten.rights(),
                context.catalog().version());
    }
}
