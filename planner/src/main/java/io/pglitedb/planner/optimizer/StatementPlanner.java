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
        QueryRewriter.Rewritten rewritten =
                QueryRewriter.rewrite(query, context.catalog(), context.session(), context.invoker());
        PlanNode plan = QueryPlanner.plan(Scope.top(context, rewritten.query()));
        PlanningContext chosen = context;
        if (context.decorrelated()) {
            // Few outer rows may be faster with a look into an index each than with all groups.
            PlanningContext correlated = context.withoutDecorrelation();
            PlanNode other = QueryPlanner.plan(Scope.top(correlated, rewritten.query()));
            if (SubPlanCosts.total(other, correlated) < SubPlanCosts.total(plan, context)) {
                plan = other;
                chosen = correlated;
            }
        }
        EngineChoice engines = new EngineChoice(mode, chosen.catalog(), chosen.sizes());
        List<TargetEntry> columns = query.resultColumns();
        boolean returnsRows = query.command() == Query.Command.SELECT || !columns.isEmpty();
        return new PlannedStatement(
                query.command(),
                engines.statement(plan),
                chosen.subPlans().stream().map(engines::subPlan).toList(),
                chosen.parameterCount(),
                columns,
                returnsRows,
                parameterTypes,
                chosen.modifies(),
                rewritten.rights(),
                chosen.catalog().version());
    }
}
