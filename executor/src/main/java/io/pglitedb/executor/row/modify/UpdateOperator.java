package io.pglitedb.executor.row.modify;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.lock.Recheck;
import io.pglitedb.executor.row.table.RowIdentity;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.RowCheck;
import io.pglitedb.rowstore.RowLockMode;
import java.util.BitSet;
import java.util.Set;

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
    private final StatementTriggers statements;
    /// Slots that SET names.
    private final BitSet named = new BitSet();

    public UpdateOperator(PlanNode.Update update, BuildContext context) {
        run = context.run();
        input = context.buildTracked(update.input());
        tables = new TargetTables(
                update.target(), update.members(), update.assignments(), Set.of(Event.UPDATE), context.compiler(), run);
        router = update.partitions() == null
                ? null
                : PartitionRouter.of(update.target(), update.partitions(), context.compiler());
        locking = new RowLocking(
                run,
                new Recheck(update.input(), context),
                update.target().table().scanId());
        identitySlot = update.identity();
        update.assignments().forEach(assignment -> named.set(assignment.column() - 1));
        statements = StatementTriggers.of(
                update.target().definition(),
                context.catalog(),
                context.compiler().binder().session());
        returning = new Returning(update.returning(), context.compiler());
    }

    @Override
    public void open() {
        statements.before(Event.UPDATE, named);
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
        if (statements.endsNow()) {
            statements.after(run.execution().deferred(), Event.UPDATE, named);
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
            boolean triggered = writer.triggers().hasBefore(Event.UPDATE);
            RowLockMode mode = moves || triggered || writer.changesKey(before, after)
                    ? RowLockMode.UPDATE
                    : RowLockMode.NO_KEY_UPDATE;
            Object[] locked = locking.lock(row, identity, mode);
            if (locked != row) {
                row = locked; // another version, or none: the new values depend on it
                continue;
            }
            if (triggered) {
                after = writer.triggers().before(Event.UPDATE, before, after, table.assignments.changed());
                if (after == null) {
                    return null;
                }
                moves = router != null && !writer.belongs(after);
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
        if (from.writer.triggers().before(Event.DELETE, before, null, null) == null) {
            return null;
        }
        Object[] after = to.writer.triggers().before(Event.INSERT, null, to.fromNamed(named), null);
        if (after == null) {
            from.writer.delete(before, rowid);
            return null;
        }
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
