package io.pglitedb.executor.trigger;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.executor.run.DeferredChecks;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.executor.run.TriggerCalls.Event;
import io.pglitedb.executor.run.TriggerCalls.Firing;
import io.pglitedb.types.SessionContext;
import java.util.BitSet;
import java.util.List;

/// The triggers around statements that change a table. They are those of the table that is named, whatever tables
/// the rows stand in.
public final class StatementTriggers {
    private final TableDef table;
    private final List<TriggerDef> triggers;
    private final SessionContext session;
    private boolean ended;

    private StatementTriggers(TableDef table, List<TriggerDef> triggers, SessionContext session) {
        this.table = table;
        this.triggers = triggers;
        this.session = session;
    }

    public static StatementTriggers of(TableDef table, CatalogView catalog, SessionContext session) {
        return new StatementTriggers(
                table,
                table.traits().hasTriggers() ? TriggerSelection.ofStatements(table, catalog, session) : List.of(),
                session);
    }

    /// Before the first row.
    ///
    /// @param changed slots that UPDATE sets; null for other events
    public void before(Event event, BitSet changed) {
        ended = false;
        for (TriggerDef trigger : triggers) {
            if ((trigger.type() & TriggerCalls.BEFORE) != 0 && TriggerSelection.isFor(trigger, event, changed)) {
                fire(trigger, event);
            }
        }
    }

    /// After the last row; later calls do nothing.
    public void after(DeferredChecks deferred, Event event, BitSet changed) {
        for (TriggerDef trigger : triggers) {
            if ((trigger.type() & TriggerCalls.BEFORE) == 0 && TriggerSelection.isFor(trigger, event, changed)) {
                deferred.afterStatement(() -> fire(trigger, event));
            }
        }
    }

    /// Whether this is the first time that the statement is told to be over.
    public boolean endsNow() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    private void fire(TriggerDef trigger, Event event) {
        TriggerCalls calls = session.as(TriggerCalls.class);
        if (trigger.condition().isPresent() && !calls.holds(trigger)) {
            return;
        }
        calls.fire(new Firing(trigger, table, event, null, null));
    }
}
