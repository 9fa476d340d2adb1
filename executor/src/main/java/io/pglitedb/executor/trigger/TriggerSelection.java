package io.pglitedb.executor.trigger;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.executor.run.TriggerCalls;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Which triggers of a table fire, in the order of their names.
public final class TriggerSelection {
    private TriggerSelection() {}

    /// Those of single rows, of the partitioned tables above too.
    static List<TriggerDef> ofRows(TableDef table, CatalogView catalog, SessionContext session) {
        List<TriggerDef> found = new ArrayList<>(enabled(table, catalog, session));
        TableDef below = table;
        while (below.traits().partition() && !catalog.parents(below.oid()).isEmpty()) {
            below = catalog.table(catalog.parents(below.oid()).getFirst());
            found.addAll(enabled(below, catalog, session));
        }
        found.removeIf(trigger -> (trigger.type() & TriggerCalls.ROW) == 0);
        found.sort(Comparator.comparing(TriggerDef::name));
        return found;
    }

    static List<TriggerDef> ofStatements(TableDef table, CatalogView catalog, SessionContext session) {
        List<TriggerDef> found = new ArrayList<>(enabled(table, catalog, session));
        found.removeIf(trigger -> (trigger.type() & TriggerCalls.ROW) != 0);
        return found;
    }

    private static List<TriggerDef> enabled(TableDef table, CatalogView catalog, SessionContext session) {
        if (!table.traits().hasTriggers()) {
            return List.of();
        }
        List<TriggerDef> own = catalog.triggers(table.oid()).stream()
                .filter(trigger -> !trigger.internal())
                .toList();
        if (own.isEmpty()) {
            return own;
        }
        boolean replica = session.setting("session_replication_role").equals("replica");
        return own.stream()
                .filter(trigger -> trigger.enabled() == 'A' || trigger.enabled() == (replica ? 'R' : 'O'))
                .toList();
    }

    /// Whether the trigger is for that event and, of UPDATE OF, for one of the columns that are set.
    ///
    /// @param changed slots of the table's row; null for an event that sets none
    static boolean isFor(TriggerDef trigger, TriggerCalls.Event event, BitSet changed) {
        boolean named = event != TriggerCalls.Event.UPDATE
                || trigger.columns().isEmpty()
                || changed != null && trigger.columns().stream().anyMatch(column -> changed.get(column - 1));
        return (trigger.type() & event.bit()) != 0 && named;
    }
}
