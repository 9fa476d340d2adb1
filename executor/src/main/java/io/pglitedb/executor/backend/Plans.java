package io.pglitedb.executor.backend;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.access.StatementAccess;
import io.pglitedb.executor.row.build.RowPlan;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.Planner;
import io.pglitedb.planner.access.Invoker;
import io.pglitedb.planner.optimizer.PlanningInputs;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.Transaction;
import java.util.List;

/// Where queries become plans, and plans runnable.
public final class Plans {
    private Plans() {}

    /// What the current role asks for: 42501 when it may not have it.
    public static PlannedStatement plan(Query query, Backend session, List<Integer> parameterTypes) {
        return plan(query, session, parameterTypes, null, true);
    }

    /// @param parameters values that estimates may go by, null when there are none yet
    /// @param rules whether the rules of changed relations are followed
    static PlannedStatement plan(
            Query query, Backend session, List<Integer> parameterTypes, Object[] parameters, boolean rules) {
        PlannedStatement plan = Planner.plan(
                query,
                session.catalog(),
                session.context(),
                parameterTypes,
                inputs(session, session.sizes(), session.invoker(), parameters, rules));
        new StatementAccess(session.catalog(), session.identity().currentUser()).check(plan.rights());
        return plan;
    }

    /// What the server asks for itself.
    static PlannedStatement planInternal(Query query, Backend session, List<Integer> parameterTypes) {
        return Planner.plan(
                query,
                session.catalog(),
                session.context(),
                parameterTypes,
                inputs(session, session.sizes(), Invoker.SERVER, null, true));
    }

    private static PlanningInputs inputs(
            Backend session, TableSizes sizes, Invoker invoker, Object[] parameters, boolean rules) {
        return new PlanningInputs(
                sizes,
                session.plannerSettings(),
                session.variables().values().engineMode(),
                invoker,
                parameters,
                rules);
    }

    /// A plan, of what has been planned and so allowed before, that reads only by indexes which the transaction's
    /// snapshot has.
    ///
    /// @param rules whether the rules of changed relations are followed
    public static PlannedStatement planForOldSnapshot(
            Query query, Backend session, List<Integer> parameterTypes, boolean rules) {
        TableSizes sizes = session.sizes();
        Transaction transaction = session.block().transaction();
        TableSizes seen = new TableSizes() {
            @Override
            public Size size(TableDef table) {
                return sizes.size(table);
            }

            @Override
            public boolean readable(IndexDef index) {
                return session.sessionCatalog().sees(transaction, index.oid());
            }
        };
        return Planner.plan(
                query,
                session.catalog(),
                session.context(),
                parameterTypes,
                inputs(session, seen, session.invoker(), null, rules));
    }

    public static RunnablePlan build(PlannedStatement plan, Backend session) {
        return plan.isRuled() ? new RuledRun(plan, session) : new RowPlan(plan, session.catalog(), session.context());
    }
}
