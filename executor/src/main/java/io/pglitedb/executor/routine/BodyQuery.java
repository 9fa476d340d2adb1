package io.pglitedb.executor.routine;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.executor.backend.PlanLocks;
import io.pglitedb.executor.backend.Plans;
import io.pglitedb.executor.backend.QueryRun;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.query.Query;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// A query of a body. Planned when first run; as many runnable plans as calls of it are under way at a time.
final class BodyQuery implements BodyStatement {
    private static final int IDLE_MAX = 2;

    private final Query query;
    private final List<Integer> parameterTypes;
    private final boolean mayWrite;
    private final Backend session;
    private final Deque<RunnablePlan> idle = new ArrayDeque<>();
    private PlannedStatement plan;
    private PlanLocks locks;

    BodyQuery(Query query, List<Integer> parameterTypes, boolean mayWrite, Backend session) {
        this.query = query;
        this.parameterTypes = parameterTypes;
        this.mayWrite = mayWrite;
        this.session = session;
    }

    @Override
    public Query query() {
        return query;
    }

    @Override
    public BodyStatement withQuery(Query other) {
        return new BodyQuery(other, parameterTypes, mayWrite, session);
    }

    @Override
    public void run(Object[] arguments, Predicate<Object[]> receiver, boolean all) {
        if (plan == null) {
            plan = Plans.plan(query, session, parameterTypes);
            locks = PlanLocks.of(plan, session.sessionCatalog().databaseOid());
        }
        requireAllowed();
        locks.take(session);
        boolean usual = locks.indexesSeen(session);
        RunnablePlan run = usual
                ? idle.isEmpty() ? Plans.build(plan, session) : idle.pop()
                : Plans.build(Plans.planForOldSnapshot(query, session, parameterTypes, true), session);
        ReadView view = session.block().transaction().view();
        try (Snapshot _ = view.snapshot().retain();
                run) {
            run.open(QueryRun.execution(session, view, arguments));
            boolean toEnd = all || plan.modifies();
            boolean wanted = true;
            for (Object[] row = run.next(); row != null; row = run.next()) {
                wanted = wanted && receiver.test(row);
                if (!wanted && !toEnd) {
                    break;
                }
            }
        }
        if (usual && idle.size() < IDLE_MAX) {
            idle.push(run);
        }
    }

    private void requireAllowed() {
        if (!plan.modifies()) {
            return;
        }
        String command = query.command().name();
        if (!mayWrite) {
            throw new PgException(
                    SqlState.FEATURE_NOT_SUPPORTED, command + " is not allowed in a non-volatile function");
        }
        session.block().requireWritable(command);
    }
}
