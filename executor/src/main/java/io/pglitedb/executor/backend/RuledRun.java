package io.pglitedb.executor.backend;

import io.pglitedb.executor.row.build.RowPlan;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.RunnablePlan;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.rowstore.ReadView;
import java.util.List;
import java.util.Map;

/// A statement with what rules let run before and after it: one snapshot, but each sees what those before it have
/// written, and its triggers fire when it ends.
final class RuledRun implements RunnablePlan {
    private final List<RowPlan> before;
    private final RowPlan main;
    private final List<RowPlan> after;
    private final Backend session;
    private Execution execution;
    private boolean ended;

    RuledRun(PlannedStatement plan, Backend session) {
        this.session = session;
        this.before = plan.before().stream().map(this::built).toList();
        this.main = built(plan);
        this.after = plan.after().stream().map(this::built).toList();
    }

    private RowPlan built(PlannedStatement plan) {
        return new RowPlan(plan, session.catalog(), session.context());
    }

    @Override
    public void open(Execution first) {
        execution = first;
        ended = false;
        before.forEach(each -> {
            runToEnd(each);
            nextCommand();
        });
        main.open(execution);
    }

    private void runToEnd(RowPlan plan) {
        try (plan) {
            plan.open(execution);
            while (plan.next() != null) {
                session.interrupts().check();
            }
        }
    }

    private void nextCommand() {
        session.block().deferral().statementEnded();
        ReadView later = session.block().startStatement();
        execution = execution.withView(new ReadView(execution.view().snapshot(), later.command()));
    }

    @Override
    public Object[] next() {
        if (ended) {
            return null;
        }
        Object[] row = main.next();
        if (row == null) {
            ended = true;
            after.forEach(each -> {
                nextCommand();
                runToEnd(each);
            });
        }
        return row;
    }

    @Override
    public long changedRows() {
        return main.changedRows();
    }

    @Override
    public Map<Integer, Long> position() {
        return main.position();
    }

    @Override
    public void close() {
        main.close();
    }
}
