package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.access.RequiredRights;
import io.pglitedb.planner.optimizer.engine.EngineChoice;
import io.pglitedb.planner.optimizer.engine.EngineMode;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.planner.rewrite.QueryRewriter;
import java.util.ArrayList;
import java.util.List;

/// Plans the outermost query.
public final class StatementPlanner {
    private StatementPlanner() {}

    public static PlannedStatement plan(
            Query query, PlanningContext context, List<Integer> parameterTypes, EngineMode mode) {
        QueryRewriter.Rewritten rewritten = QueryRewriter.rewrite(
                query, context.catalog(), context.session(), context.invoker(), context.followsRules());
        List<TargetEntry> columns = query.resultColumns();
        boolean returnsRows = query.command() == Query.Command.SELECT || !columns.isEmpty();
        Planned main = rewritten.query() == null ? Planned.nothing(context) : planned(rewritten.query(), context);
        List<PlannedStatement> before = beside(rewritten.before(), context, parameterTypes, mode);
        List<PlannedStatement> after = beside(rewritten.after(), context, parameterTypes, mode);
        boolean modifies = main.context().modifies()
                || before.stream().anyMatch(PlannedStatement::modifies)
                || after.stream().anyMatch(PlannedStatement::modifies);
        return statement(
                query.command(),
                before,
                after,
                main,
                columns,
                returnsRows,
                parameterTypes,
                modifies,
                rewritten.rights(),
                mode);
    }

    /// What rules add: nobody asks for their results.
    private static List<PlannedStatement> beside(
            List<Query> queries, PlanningContext context, List<Integer> parameterTypes, EngineMode mode) {
        List<PlannedStatement> plans = new ArrayList<>();
        for (Query query : queries) {
            Planned planned = planned(query, context.apart());
            plans.add(statement(
                    query.command(),
                    List.of(),
                    List.of(),
                    planned,
                    List.of(),
                    false,
                    parameterTypes,
                    planned.context().modifies(),
                    RequiredRights.NONE,
                    mode));
        }
        return plans;
    }

    /// @param context that has the node's subplans
    private record Planned(PlanNode node, PlanningContext context) {
        static Planned nothing(PlanningContext context) {
            return new Planned(new PlanNode.ValuesScan(List.of(), List.of(), Estimate.NONE), context);
        }
    }

    private static Planned planned(Query query, PlanningContext context) {
        PlanNode plan = QueryPlanner.plan(Scope.top(context, query));
        if (context.decorrelated()) {
            // Few outer rows may be faster with a look into an index each than with all groups.
            PlanningContext correlated = context.withoutDecorrelation();
            PlanNode other = QueryPlanner.plan(Scope.top(correlated, query));
            if (SubPlanCosts.total(other, correlated) < SubPlanCosts.total(plan, context)) {
                return new Planned(other, correlated);
            }
        }
        return new Planned(plan, context);
    }

    private static PlannedStatement statement(
            Query.Command command,
            List<PlannedStatement> before,
            List<PlannedStatement> after,
            Planned planned,
            List<TargetEntry> columns,
            boolean returnsRows,
            List<Integer> parameterTypes,
            boolean modifies,
            RequiredRights rights,
            EngineMode mode) {
        PlanningContext context = planned.context();
        EngineChoice engines = new EngineChoice(mode, context.catalog(), context.sizes());
        return new PlannedStatement(
                command,
                before,
                after,
                engines.statement(planned.node()),
                context.subPlans().stream().map(engines::subPlan).toList(),
                context.parameterCount(),
                columns,
                returnsRows,
                parameterTypes,
                modifies,
                rights,
                context.catalog().version());
    }
}
