package io.pglitedb.executor.trigger;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.executor.row.expression.Evaluator;
import io.pglitedb.executor.row.expression.ExpressionCompiler;
import io.pglitedb.executor.run.DeferredChecks;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.run.TriggerCalls.Firing;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The triggers around changes of a table's rows. Source of the rules: PostgreSQL 15, `ExecBRInsertTriggers` and
/// its like, `AfterTriggerSaveEvent`.
public final class RowTriggers {
    private static final int OLD = 1; // range table entries of WHEN
    /// Of a table without triggers.
    public static final RowTriggers NONE = new RowTriggers(null, List.of(), null);

    /// @param condition over the old row, then the new one; null for none
    private record Ready(TriggerDef trigger, Evaluator condition) {}

    private final TableDef table;
    private final List<Ready> triggers;
    private final SessionContext session;

    private RowTriggers(TableDef table, List<Ready> triggers, SessionContext session) {
        this.table = table;
        this.triggers = triggers;
        this.session = session;
    }

    public static RowTriggers of(TableDef table, ExpressionCompiler compiler) {
        SessionContext session = compiler.binder().session();
        boolean possible = table.traits().hasTriggers() || table.traits().partition();
        List<TriggerDef> found =
                possible ? TriggerSelection.ofRows(table, compiler.binder().catalog(), session) : List.of();
        if (found.isEmpty()) {
            return NONE;
        }
        List<Ready> ready = new ArrayList<>();
        for (TriggerDef trigger : found) {
            ready.add(new Ready(trigger, condition(trigger, table, compiler, session)));
        }
        return new RowTriggers(table, ready, session);
    }

    private static Evaluator condition(
            TriggerDef trigger, TableDef table, ExpressionCompiler compiler, SessionContext session) {
        if (trigger.condition().isEmpty()) {
            return null;
        }
        TableDef declaring = compiler.binder().catalog().table(trigger.relation());
        Expr expression = NodeTree.readExpression(trigger.condition().get(), session);
        return compiler.compile(overRows(expression, declaring, table));
    }

    /// Columns of `old` and `new` as slots of the two rows, one behind the other.
    private static Expr overRows(Expr expression, TableDef declaring, TableDef table) {
        if (!(expression instanceof Expr.Var variable)) {
            return expression.mapChildren(child -> overRows(child, declaring, table));
        }
        int width = table.columns().size();
        int first = variable.rangeTableIndex() == OLD ? 0 : width;
        if (variable.attribute() > 0) {
            String name = declaring.columns().get(variable.attribute() - 1).name();
            int slot = first + table.column(name).number() - 1;
            return new Expr.Slot(slot, variable.type(), variable.typmod(), variable.collation(), Origin.NONE);
        }
        if (variable.attribute() < 0) {
            throw PgException.notSupported("a system column in a trigger's WHEN");
        }
        List<Expr> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ColumnDef column : declaring.columns()) {
            ColumnDef own = column.dropped() ? column : table.column(column.name());
            names.add(column.name());
            fields.add(new Expr.Slot(
                    first + own.number() - 1, column.type(), column.typmod(), column.collation(), Origin.NONE));
        }
        return new Expr.RowConstructor(fields, names, variable.type(), Origin.NONE);
    }

    /// Whether some trigger may change the rows or leave them out.
    public boolean hasBefore(Event event) {
        return triggers.stream()
                .anyMatch(ready ->
                        (ready.trigger.type() & TriggerCalls.BEFORE) != 0 && (ready.trigger.type() & event.bit()) != 0);
    }

    /// The row as BEFORE triggers want it (of DELETE, the row itself); null when it is to be left alone.
    ///
    /// @param before null for INSERT
    /// @param after null for DELETE
    /// @param changed slots that UPDATE sets
    public Object[] before(Event event, Object[] before, Object[] after, BitSet changed) {
        Object[] row = event == Event.DELETE ? before : after;
        for (Ready ready : triggers) {
            boolean fires = (ready.trigger.type() & TriggerCalls.BEFORE) != 0
                    && TriggerSelection.isFor(ready.trigger, event, changed)
                    && holds(ready, before, event == Event.DELETE ? null : row);
            if (!fires) {
                continue;
            }
            Object[] returned =
                    calls().fire(new Firing(ready.trigger, table, event, before, event == Event.DELETE ? null : row));
            if (returned == null) {
                return null;
            }
            if (event != Event.DELETE) {
                row = returned;
            }
        }
        return row;
    }

    /// Lets the AFTER triggers fire when the statement, or the transaction, ends.
    public void after(Event event, Object[] before, Object[] after, BitSet changed, DeferredChecks deferred) {
        for (Ready ready : triggers) {
            TriggerDef trigger = ready.trigger;
            boolean fires = (trigger.type() & (TriggerCalls.BEFORE | TriggerCalls.INSTEAD)) == 0
                    && TriggerSelection.isFor(trigger, event, changed)
                    && holds(ready, before, after);
            if (fires) {
                Firing firing = new Firing(
                        trigger,
                        table,
                        event,
                        before == null ? null : before.clone(),
                        after == null ? null : after.clone());
                Runnable call = () -> calls().fire(firing);
                if (trigger.constraint() != 0) {
                    deferred.forConstraint(
                            trigger.constraint(), trigger.deferrable(), trigger.initiallyDeferred(), call);
                } else {
                    deferred.afterStatement(call);
                }
            }
        }
    }

    private boolean holds(Ready ready, Object[] before, Object[] after) {
        if (ready.condition == null) {
            return true;
        }
        int width = table.columns().size();
        Object[] both = new Object[2 * width];
        if (before != null) {
            System.arraycopy(before, 0, both, 0, width);
        }
        if (after != null) {
            System.arraycopy(after, 0, both, width, width);
        }
        return Boolean.TRUE.equals(ready.condition.evaluate(both));
    }

    private TriggerCalls calls() {
        return session.as(TriggerCalls.class);
    }
}
