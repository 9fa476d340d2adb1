package io.pglitedb.executor.row.modify;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.trigger.StatementTriggers;
import io.pglitedb.planner.plan.ConflictAction;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.RowCheck;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// INSERT, with ON CONFLICT.
public final class InsertOperator implements Operator {
    /// Tables that are written to by segments at once: each takes memory for a row group.
    private static final int LOADED_MAX = 8;

    private final BuildContext context;
    private final Run run;
    private final Operator input;
    private final TableDef named;
    private final TargetTables tables;
    /// Null for a table that is not partitioned.
    private final PartitionRouter router;
    /// Null without ON CONFLICT.
    private final ConflictAction conflict;
    private final Map<TargetTable, ConflictHandler> conflicts = new IdentityHashMap<>();
    private final Map<TargetTable, NewRows> newRows = new IdentityHashMap<>();
    private final Returning returning;
    private final StatementTriggers statements;
    /// Whether DO UPDATE is said.
    private final boolean updates;
    /// Whether the input is open.
    private boolean opened;

    public InsertOperator(PlanNode.Insert insert, BuildContext context) {
        this.context = context;
        run = context.run();
        input = context.build(insert.input());
        named = insert.target().definition();
        conflict = insert.conflict();
        tables = new TargetTables(
                insert.target(),
                List.of(),
                conflict == null ? List.of() : conflict.assignments(),
                conflict != null && conflict.update() ? Set.of(Event.UPDATE) : Set.of(),
                context.compiler(),
                run);
        router = insert.partitions() == null
                ? null
                : PartitionRouter.of(insert.target(), insert.partitions(), context.compiler());
        statements = StatementTriggers.of(
                named, context.catalog(), context.compiler().binder().session());
        updates = conflict != null && conflict.update();
        returning = new Returning(insert.returning(), context.compiler());
    }

    @Override
    public void open() {
        statements.before(Event.INSERT, null);
        if (updates) {
            statements.before(Event.UPDATE, named(conflict));
        }
        if (run.execution().rows() == null) {
            opened = true;
            input.open();
        }
    }

    /// Of the input; where the statement is run for many sets of parameters, of the input with each of them.
    private Object[] nextGiven() {
        if (run.execution().rows() == null) {
            return input.next();
        }
        while (true) {
            Object[] given = opened ? input.next() : null;
            if (given != null) {
                return given;
            }
            closeInput();
            if (!run.nextParameters()) {
                return null;
            }
            input.open();
            opened = true;
        }
    }

    private void closeInput() {
        if (opened) {
            opened = false;
            input.close();
        }
    }

    @Override
    public Object[] next() {
        Object[] given;
        while ((given = nextGiven()) != null) {
            run.checkCancellation();
            Object[] row = Arrays.copyOf(given, named.columns().size());
            TargetTable table = tables.of(router == null ? named : router.route(row));
            row = table.writer.triggers().before(Event.INSERT, null, table.fromNamed(row), null);
            if (row == null) {
                continue;
            }
            if (router == null || table.writer.triggers().hasBefore(Event.INSERT)) {
                table.writer.prepare(row, RowCheck.Kind.INSERT);
            } else {
                table.writer.prepareRouted(row, RowCheck.Kind.INSERT);
            }
            Written written = conflict == null ? insert(table, row) : insertOrResolve(table, row);
            if (written == null) {
                continue;
            }
            run.countChange();
            if (!returning.isEmpty()) {
                return returning.row(
                        table.writer.table(),
                        table.toNamed(written.row()),
                        written.rowid(),
                        run.execution().transaction().id(),
                        given);
            }
        }
        newRows.values().forEach(NewRows::finish);
        if (statements.endsNow()) {
            if (updates) {
                statements.after(run.execution().deferred(), Event.UPDATE, named(conflict));
            }
            statements.after(run.execution().deferred(), Event.INSERT, null);
        }
        return null;
    }

    /// Slots of the columns that DO UPDATE sets.
    private static BitSet named(ConflictAction conflict) {
        BitSet slots = new BitSet();
        conflict.assignments().forEach(assignment -> slots.set(assignment.column() - 1));
        return slots;
    }

    private Written insert(TargetTable table, Object[] row) {
        NewRows target = newRows.get(table);
        if (target == null) {
            boolean mayLoad = conflict == null && returning.isEmpty() && newRows.size() < LOADED_MAX;
            target = table.writer.newRows(mayLoad);
            newRows.put(table, target);
        }
        long rowid = target.put(row);
        table.writer.inserted(row, rowid);
        return new Written(row, rowid);
    }

    /// Null when nothing was written.
    private Written insertOrResolve(TargetTable table, Object[] row) {
        ConflictHandler handler = conflicts.computeIfAbsent(table, _ -> new ConflictHandler(conflict, table, context));
        long conflicting = handler.find(row);
        return conflicting < 0 ? insert(table, row) : handler.resolve(row, conflicting);
    }

    @Override
    public void close() {
        newRows.values().forEach(NewRows::close);
        newRows.clear();
        closeInput();
    }
}
