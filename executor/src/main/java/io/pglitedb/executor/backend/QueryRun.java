package io.pglitedb.executor.backend;

import io.pglitedb.executor.run.BulkLoads;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;

/// One run of a query, from its snapshot to its end.
public final class QueryRun implements AutoCloseable {
    private final StatementSource source;
    private final PlannedStatement plan;
    private final RunnablePlan run;
    private final Backend session;
    private Snapshot snapshot;
    private ReadView view;
    private boolean ended;
    private boolean closed;

    private QueryRun(StatementSource source, PlannedStatement plan, RunnablePlan run, Backend session) {
        this.source = source;
        this.plan = plan;
        this.run = run;
        this.session = session;
    }

    /// Locks the plan's relations, takes the statement's snapshot and opens the plan. 25006 when it writes and
    /// may not.
    public static QueryRun open(StatementSource source, Object[] parameters, Backend session) {
        PlannedStatement plan = source.plan(session, parameters);
        if (plan.modifies()) {
            session.block().requireWritable(commandName(source, plan));
        }
        ReadView view = session.block().startStatement();
        PlannedStatement readable = source.planForSnapshot(session);
        QueryRun run = new QueryRun(source, readable, source.acquire(readable, session), session);
        run.start(view, parameters);
        return run;
    }

    /// A query of a routine that is called in a statement.
    ///
    /// @param apart whether it sees what was written and committed up to now; else it reads what its caller reads
    public static QueryRun openInside(StatementSource source, Object[] parameters, Backend session, boolean apart) {
        if (apart) {
            return open(source, parameters, session);
        }
        PlannedStatement plan = source.plan(session, parameters);
        if (plan.modifies()) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    commandName(source, plan) + " is not allowed in a non-volatile function");
        }
        ReadView view = session.block().transaction().view();
        PlannedStatement readable = source.planForSnapshot(session);
        QueryRun run = new QueryRun(source, readable, source.acquire(readable, session), session);
        run.start(view, parameters);
        return run;
    }

    private static String commandName(StatementSource source, PlannedStatement plan) {
        return plan.command() == Query.Command.SELECT
                ? RowLocking.commandName(source.statement())
                : plan.command().name();
    }

    /// The view outlives the transaction's next statement when the run is a cursor's.
    private void start(ReadView statementView, Object[] parameters) {
        snapshot = statementView.snapshot().retain();
        view = new ReadView(snapshot, statementView.command());
        boolean opened = false;
        try {
            run.open(execution(session, view, parameters));
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /// What a plan, or a writer, works with in the running statement.
    public static Execution execution(Backend session, ReadView view, Object[] parameters) {
        return new Execution(
                session.context(),
                session.instance().store(),
                session.block().transaction(),
                view,
                session.catalog(),
                parameters,
                session.block().deferral(),
                session.interrupts(),
                session.variables().values().workMemBytes(),
                session.variables().values().threads(),
                session.instance().spillDirectory(),
                session.instance().activity(),
                session.instance().tiering().rows(),
                new BulkLoads(
                        session.instance().tiering(),
                        session.instance().settings(),
                        session.variables().values().bulkLoadRows()),
                null);
    }

    /// What it reads.
    public ReadView view() {
        return view;
    }

    public PlannedStatement plan() {
        return plan;
    }

    /// Null after the last row; then what waits for the end of the statement has been done too.
    public Object[] next() {
        if (ended) {
            return null;
        }
        Object[] row = run.next();
        if (row == null) {
            ended = true;
            session.block().deferral().statementEnded();
        }
        return row;
    }

    /// See [RunnablePlan#position].
    Map<Integer, Long> position() {
        return run.position();
    }

    public long changedRows() {
        return run.changedRows();
    }

    /// The tag of the completion.
    ///
    /// @param rows given to the client
    public String tag(long rows) {
        return switch (plan.command()) {
            case SELECT -> "SELECT " + rows;
            case INSERT -> "INSERT 0 " + changedRows();
            case UPDATE -> "UPDATE " + changedRows();
            case DELETE -> "DELETE " + changedRows();
            case MERGE -> "MERGE " + changedRows();
        };
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            run.close();
            source.release(run, plan);
            snapshot.close();
        }
    }
}
