package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.RuleDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.print.SqlPrinter;
import io.pglitedb.planner.print.Style;
import io.pglitedb.planner.print.TriggerColumns;
import io.pglitedb.planner.query.NodeTree;
import io.pglitedb.planner.query.Query;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// pg_get_ruledef. Source: PostgreSQL's `make_ruledef`.
public final class RuleTexts {
    private static final String NO_CONDITION = "<>";

    private RuleTexts() {}

    @Prosrc("pg_get_ruledef")
    public static Utf8 rule(CallContext call, int oid) {
        return rule(call, oid, false);
    }

    @Prosrc("pg_get_ruledef_ext")
    public static Utf8 rule(CallContext call, int oid, boolean pretty) {
        RuleDef rule = NameFunctions.catalog(call).rule(oid);
        return rule == null ? null : Utf8.of(text(call, rule, pretty));
    }

    private static String text(CallContext call, RuleDef rule, boolean pretty) {
        CatalogView catalog = NameFunctions.catalog(call);
        Style style = ExpressionTexts.style(pretty);
        SqlPrinter printer = ExpressionTexts.printer(call, style);
        TableDef table = catalog.table(rule.relation());
        StringBuilder text = new StringBuilder("CREATE RULE ")
                .append(Quoting.identifier(rule.name()))
                .append(" AS\n    ON ")
                .append(event(rule.event()))
                .append(" TO ")
                .append(
                        pretty
                                ? printer.relation(table.oid())
                                : Quoting.identifier(catalog.namespaceName(table.namespace())) + "."
                                        + Quoting.identifier(table.name()));
        if (!rule.condition().equals(NO_CONDITION)) {
            text.append("\n   WHERE ")
                    .append(printer.condition(
                            NodeTree.readExpression(rule.condition(), call.session()),
                            new TriggerColumns(table, catalog)));
        }
        text.append(rule.instead() ? " DO INSTEAD" : " DO");
        List<Query> actions = NodeTree.readQueries(rule.action(), call.session());
        boolean view = rule.name().equals(RuleDef.VIEW);
        List<String> names =
                view ? table.columns().stream().map(ColumnDef::name).toList() : List.of();
        if (actions.isEmpty()) {
            return text.append(" NOTHING;").toString();
        }
        if (actions.size() == 1) {
            String action = printer.query(actions.getFirst(), names);
            return text.append(action.startsWith("\n") ? "" : " ")
                    .append(action)
                    .append(';')
                    .toString();
        }
        text.append(" (");
        actions.forEach(action -> text.append(printer.query(action, names)).append(";\n"));
        return text.append(");").toString();
    }

    private static String event(char event) {
        return switch (event) {
            case '1' -> "SELECT";
            case '2' -> "UPDATE";
            case '3' -> "INSERT";
            case '4' -> "DELETE";
            default -> throw new IllegalArgumentException("event " + event);
        };
    }
}
