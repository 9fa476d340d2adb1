package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.RowLockMode;
import java.util.List;
import java.util.Set;

/// DELETE.
public final class DeleteOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final TargetTables tables;
    private final RowLocking locking;
    private final int identitySlot;
    private final Returning returning;
    private final StatementTriggers statements;

    public DeleteOperator(PlanNode.Delete delete, BuildContext context) {
        run = context.run();
        input = context.buildTracked(delete.input());
        tables = new TargetTables(
                delete.target(), delete.members(), List.of(), Set.of(Event.DELETE), context.compiler(), run);
        locking = new RowLocking(
                run,
                new Recheck(delete.input(), context),
                delete.target().table().scanId());
        identitySlot = delete.identity();
        statements = StatementTriggers.of(
                delete.target().definition(),
                context.catalog(),
                context.compiler().binder().session());
        returning = new Returning(delete.returning(), context.compiler());
    }

    @Override
    public void open() {
        statements.before(Event.DELETE, null);
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] given;
        while ((given = input.next()) != null) {
            run.checkCancellation();
            if (!(given[identitySlot] instanceof RowIdentity found)) {
                continue;
            }
            Object[] row = locking.lock(given, found, RowLockMode.UPDATE);
            if (row == null) {
                continue;
            }
            RowIdentity identity = (RowIdentity) row[identitySlot];
            TargetTable table = tables.of(identity.table());
            Object[] before = table.writer.read(identity.rowid(), identity.stored());
            if (table.writer.triggers().before(Event.DELETE, before, null, null) == null) {
                continue;
            }
            table.writer.delete(before, identity.rowid());
            run.countChange();
            if (!returning.isEmpty()) {
                return returning.row(
                        identity.table(), table.toNamed(before), identity.rowid(), identity.transactionId(), row);
            }
        }
        if (statements.endsNow()) {
            statements.after(run.execution().deferred(), Event.DELETE, null);
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
    }
}
