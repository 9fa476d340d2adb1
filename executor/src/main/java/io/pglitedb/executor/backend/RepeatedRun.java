package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.rowstore.ReadView;

/// One statement's plan run for many sets of parameters, under one snapshot and with one end: COPY's insertion.
public final class RepeatedRun implements AutoCloseable {
    private final StatementSource source;
    private final PlannedStatement plan;
    private final RunnablePlan run;
    private final ReadView view;
    private final Backend session;
    /// Of the statement; null when it is no INSERT.
    private final StatementTriggers triggers;

    private RepeatedRun(StatementSource source, PlannedStatement plan, ReadView view, Backend session) {
        this.source = source;
        this.plan = plan;
        this.run = source.acquire(plan, session);
        this.view = view;
        this.session = session;
        this.triggers = plan.root() instanceof PlanNode.Insert insert
                ? StatementTriggers.of(insert.target().definition(), session.catalog(), session.context())
                : null;
    }

    public static RepeatedRun open(StatementSource source, Backend session) {
        PlannedStatement plan = source.plan(session);
        RepeatedRun run = new RepeatedRun(source, plan, session.block().startStatement(), session);
        if (run.triggers != null) {
            run.triggers.before(Event.INSERT, null);
        }
        return run;
    }

    /// Runs to the end; the number of rows changed.
    public long run(Object[] parameters) {
        run.open(QueryRun.execution(session, view, parameters).asRepeated());
        try {
            while (run.next() != null) {}
            return run.changedRows();
        } finally {
            run.close();
        }
    }

    /// Does what waits for the end of the statement.
    public void statementEnded() {
        if (triggers != null) {
            triggers.after(session.block().deferral(), Event.INSERT, null);
        }
        session.block().deferral().statementEnded();
    }

    @Override
    public void close() {
        source.release(run, plan);
    }
}
