package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.def.TriggerDef;
import io.pglitedb.catalog.depend.ClassOid;
import io.pglitedb.catalog.system.SystemRow;
import io.pglitedb.catalog.system.SystemTables;
import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TriggerColumns;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// pg_get_triggerdef. Source of the layout: `pg_get_triggerdef_worker`.
public final class TriggerTexts {
    private TriggerTexts() {}

    @Prosrc("pg_get_triggerdef")
    public static Utf8 trigger(CallContext call, int oid) {
        return trigger(call, oid, false);
    }

    @Prosrc("pg_get_triggerdef_ext")
    public static Utf8 trigger(CallContext call, int oid, boolean pretty) {
        TriggerDef trigger = find(call, oid);
        if (trigger == null) {
            return null;
        }
        CatalogView catalog = NameFunctions.catalog(call);
        TableDef table = catalog.table(trigger.relation());
        Style style = ExpressionTexts.style(pretty);
        boolean constraint = trigger.constraint() != 0 && !trigger.internal();
        StringBuilder text = new StringBuilder("CREATE ")
                .append(constraint ? "CONSTRAINT " : "")
                .append("TRIGGER ")
                .append(Quoting.identifier(trigger.name()))
                .append(' ')
                .append(timing(trigger))
                .append(' ')
                .append(events(trigger, table))
                .append(" ON ")
                .append(relation(call, table, pretty, style));
        if (constraint) {
            if (trigger.constraintRelation() != 0) {
                text.append(" FROM ")
                        .append(ExpressionTexts.printer(call, style).relation(trigger.constraintRelation()));
            }
            text.append(trigger.deferrable() ? "" : " NOT")
                    .append(" DEFERRABLE INITIALLY ")
                    .append(trigger.initiallyDeferred() ? "DEFERRED" : "IMMEDIATE");
        }
        text.append((trigger.type() & 1) != 0 ? " FOR EACH ROW" : " FOR EACH STATEMENT");
        if (trigger.condition().isPresent()) {
            String condition = ExpressionTexts.printer(call, style)
                    .expression(
                            NodeTree.readExpression(trigger.condition().get(), call.session()),
                            new TriggerColumns(table, catalog));
            text.append(" WHEN (").append(condition).append(')');
        }
        String function = call.session()
                .type(Oids.REGPROC)
                .toUtf8(trigger.function(), call.session())
                .toString();
        String arguments = trigger.arguments().stream().map(Quoting::literal).collect(Collectors.joining(", "));
        text.append(" EXECUTE FUNCTION ")
                .append(function)
                .append('(')
                .append(arguments)
                .append(')');
        return Utf8.of(text.toString());
    }

    private static TriggerDef find(CallContext call, int oid) {
        SystemRow row = call.session()
                .as(Backend.class)
                .sessionCatalog()
                .writer()
                .row(SystemTables.find(ClassOid.TRIGGER).oidIndex(), oid);
        return row == null
                ? null
                : NameFunctions.catalog(call).triggers(row.oid("tgrelid")).stream()
                        .filter(trigger -> trigger.oid() == oid)
                        .findFirst()
                        .orElse(null);
    }

    private static String relation(CallContext call, TableDef table, boolean pretty, Style style) {
        return pretty
                ? ExpressionTexts.printer(call, style).relation(table.oid())
                : Quoting.identifier(NameFunctions.catalog(call).namespaceName(table.namespace()))
                        + "."
                        + Quoting.identifier(table.name());
    }

    private static String timing(TriggerDef trigger) {
        return (trigger.type() & 2) != 0 ? "BEFORE" : (trigger.type() & 64) != 0 ? "INSTEAD OF" : "AFTER";
    }

    private static String events(TriggerDef trigger, TableDef table) {
        List<String> events = new ArrayList<>();
        if ((trigger.type() & 4) != 0) {
            events.add("INSERT");
        }
        if ((trigger.type() & 8) != 0) {
            events.add("DELETE");
        }
        if ((trigger.type() & 16) != 0) {
            String columns = trigger.columns().stream()
                    .map(column ->
                            Quoting.identifier(table.columns().get(column - 1).name()))
                    .collect(Collectors.joining(", "));
            events.add(columns.isEmpty() ? "UPDATE" : "UPDATE OF " + columns);
        }
        if ((trigger.type() & 32) != 0) {
            events.add("TRUNCATE");
        }
        return String.join(" OR ", events);
    }
}
