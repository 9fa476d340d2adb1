package io.pglitedb.executor.backend;

import io.pglitedb.executor.row.build.OperatorWrapper;
import io.pglitedb.executor.row.build.RowPlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.types.error.PgException;

/// One run of a query for the sake of what it does, its rows thrown away: EXPLAIN ANALYZE.
public final class MeasuredRun {
    private MeasuredRun() {}

    /// @param wrapper goes around every operator
    public static void run(StatementSource source, Object[] parameters, Backend session, OperatorWrapper wrapper) {
        PlannedStatement plan = source.plan(session, parameters);
        if (plan.isRuled()) {
            throw PgException.notSupported("EXPLAIN ANALYZE of a statement with rules");
        }
        ReadView view = session.block().startStatement();
        if (plan.modifies() && plan.command() != Query.Command.SELECT) {
            session.block().requireWritable(plan.command().name());
        }
        try (RowPlan run = new RowPlan(plan, session.catalog(), session.context(), wrapper)) {
            run.open(QueryRun.execution(session, view, parameters));
            while (run.next() != null) {
                session.interrupts().check();
            }
        }
        session.block().deferral().statementEnded();
    }
}
