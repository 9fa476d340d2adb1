package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowLockMode;

/// UPDATE. A row that the input names twice is changed once, by whichever comes first.
public final class UpdateOperator implements Operator {
    private final Run run;
    private final Operator input;
    private final TargetTables tables;
    /// Null for a table that is not partitioned.
    private final PartitionRouter router;
    private final RowLocking locking;
    private final int identitySlot;
    private final Returning returning;

    public UpdateOperator(PlanNode.Update update, BuildContext context) {
        run = context.run();
        input = context.buildTracked(update.input());
        tables = new TargetTables(update.target(), update.members(), update.assignments(), context.compiler(), run);
        router = update.partitions() == null
                ? null
                : PartitionRouter.of(update.target(), update.partitions(), context.compiler());
        locking = new RowLocking(
                run,
                new Recheck(update.input(), context),
                update.target().table().scanId());
        identitySlot = update.identity();
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
            TargetTable table = tables.of(identity.table());
            RowWriter writer = table.writer;
            Object[] before = writer.read(identity.rowid(), identity.stored());
            Object[] after = table.assignments.apply(before, row);
            boolean moves = router != null && !writer.belongs(after);
            RowLockMode mode =
                    moves || writer.changesKey(before, after) ? RowLockMode.UPDATE : RowLockMode.NO_KEY_UPDATE;
            Object[] locked = locking.lock(row, identity, mode);
            if (locked != row) {
                row = locked; // another version, or none: the new values depend on it
                continue;
            }
            if (moves) {
                return move(table, before, identity.rowid(), table.toNamed(after), row);
            }
            writer.prepare(after, RowCheck.Kind.UPDATE);
            writer.update(before, after, identity.rowid(), table.assignments.changed());
            return changed(table, after, identity.rowid(), row);
        }
        return null;
    }

    /// To another partition: the row goes here and comes there.
    private Object[] move(TargetTable from, Object[] before, long rowid, Object[] named, Object[] input) {
        TargetTable to = tables.of(router.route(named));
        Object[] after = to.fromNamed(named);
        to.writer.prepareRouted(after, RowCheck.Kind.UPDATE);
        from.writer.delete(before, rowid);
        long moved = run.execution().store().nextRowid(to.writer.table().storage());
        to.writer.insert(after, moved);
        return changed(to, after, moved, input);
    }

    private Object[] changed(TargetTable table, Object[] after, long rowid, Object[] input) {
        run.countChange();
        return returning.isEmpty()
                ? null
                : returning.row(
                        table.writer.table(),
                        table.toNamed(after),
                        rowid,
                        run.execution().transaction().id(),
                        input);
    }

    @Override
    public void close() {
        input.close();
    }
}
