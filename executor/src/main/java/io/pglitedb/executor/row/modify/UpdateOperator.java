package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.rowstore.RowLockMode;

/// UPDATE. A row that the input names twice is changed once, by whichever comes first.
public final class UpdateOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final RowWriter writer;
    private final RowLocking locking;
    private final int identitySlot;
    private final Assignments assignments;
    private final Returning returning;

    public UpdateOperator(PlanNode.Update update, BuildContext context) {
        run = context.run();
        input = context.buildTracked(update.input());
        writer = new RowWriter(update.target(), context.compiler(), run);
        locking = new RowLocking(
                run,
                new Recheck(update.input(), context),
                update.target().table().scanId());
        identitySlot = update.identity();
        assignments = new Assignments(update.assignments(), context.compiler());
        returning = new Returning(update.returning(), context.compiler());
    }

    @Override
    public void open() {
        input.open();
    }

    @Override
    public Object[] next() {
        Object[] given;
        while ((given = input.next()) != null) {
            run.checkCancellation();
            Object[] returned = update(given);
            if (returned != null) {
                return returned;
            }
        }
        return null;
    }

    /// What RETURNING gives, null when nothing was changed or nothing is to be returned.
    private Object[] update(Object[] given) {
        Object[] row = given;
        while (row != null && row[identitySlot] instanceof RowIdentity identity) {
            Object[] before = writer.read(identity.rowid(), identity.stored());
            Object[] after = assignments.apply(before, row);
            RowLockMode mode = writer.changesKey(before, after) ? RowLockMode.UPDATE : RowLockMode.NO_KEY_UPDATE;
            Object[] locked = locking.lock(row, identity, mode);
            if (locked != row) {
                row = locked; // another version, or none: the new values depend on it
                continue;
            }
            writer.prepare(after);
            writer.update(before, after, identity.rowid(), assignments.changed());
            run.countChange();
            return returning.isEmpty()
                    ? null
                    : returning.row(
                            writer.table(),
                            after,
                            identity.rowid(),
                            run.execution().transaction().id(),
                            row);
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
    }
}
