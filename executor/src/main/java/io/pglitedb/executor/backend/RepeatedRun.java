package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.ParameterRows;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.rowstore.ReadView;

/// One INSERT's plan run for many sets of parameters as one statement: COPY's insertion.
public final class RepeatedRun implements AutoCloseable {
    private final StatementSource source;
    private final PlannedStatement plan;
    private final RunnablePlan run;
    private final ReadView view;
    private final Backend session;

    private RepeatedRun(StatementSource source, PlannedStatement plan, ReadView view, Backend session) {
        this.source = source;
        this.plan = plan;
        this.run = source.acquire(plan, session);
        this.view = view;
        this.session = session;
    }

    public static RepeatedRun open(StatementSource source, Backend session) {
        PlannedStatement plan = source.plan(session);
        return new RepeatedRun(source, plan, session.block().startStatement(), session);
    }

    /// Runs to the end of the rows; the number of rows changed. What waits for the end of the statement does so.
    public long run(ParameterRows rows) {
        run.open(QueryRun.execution(session, view, new Object[0]).over(rows));
        try {
            while (run.next() != null) {}
            return run.changedRows();
        } finally {
            run.close();
        }
    }

    /// Does what waits for the end of the statement.
    public void statementEnded() {
        session.block().deferral().statementEnded();
    }

    @Override
    public void close() {
        source.release(run, plan);
    }
}
