package io.pglitedb.executor.describe;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.ConstraintDef;
import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.print.Style;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.text.Quoting;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.stream.Collectors;

/// pg_get_constraintdef. Source of the layout: `pg_get_constraintdef_worker`.
public final class ConstraintTexts {
    private ConstraintTexts() {}

    @Prosrc("pg_get_constraintdef")
    public static Utf8 constraint(CallContext call, int oid) {
        return constraint(call, oid, false);
    }

    @Prosrc("pg_get_constraintdef_ext")
    public static Utf8 constraint(CallContext call, int oid, boolean pretty) {
        CatalogView catalog = NameFunctions.catalog(call);
        ConstraintDef constraint = catalog.constraint(oid);
        if (constraint == null) {
            return null;
        }
        Style style = ExpressionTexts.style(pretty);
        StringBuilder text = new StringBuilder(
                switch (constraint.kind()) {
                    case 'c' -> check(call, constraint, style);
                    case 'f' -> foreignKey(call, constraint, style);
                    case 'p' -> "PRIMARY KEY " + key(call, constraint);
                    case 'u' ->
                        "UNIQUE " + (nullsNotDistinct(catalog, constraint) ? "NULLS NOT DISTINCT " : "")
                                + key(call, constraint);
                    case 't' -> "TRIGGER";
                    default -> throw PgException.notSupported("printing an exclusion constraint");
                });
        text.append(constraint.deferrable() ? " DEFERRABLE" : "");
        text.append(constraint.initiallyDeferred() ? " INITIALLY DEFERRED" : "");
        text.append(constraint.validated() ? "" : " NOT VALID");
        return Utf8.of(text.toString());
    }

    private static boolean nullsNotDistinct(CatalogView catalog, ConstraintDef constraint) {
        return catalog.index(constraint.index()).nullsNotDistinct();
    }

    private static String check(CallContext call, ConstraintDef constraint, Style style) {
        TableDef table =
                constraint.table() == 0 ? null : NameFunctions.catalog(call).table(constraint.table());
        String text = ExpressionTexts.expression(call, constraint.expression().orElseThrow(), table, style);
        return "CHECK (" + text + ")" + (constraint.noInherit() ? " NO INHERIT" : "");
    }

    private static String key(CallContext call, ConstraintDef constraint) {
        CatalogView catalog = NameFunctions.catalog(call);
        IndexDef index = catalog.index(constraint.index());
        List<String> columns = IndexTexts.columns(call, index);
        int keys = index.keys().size();
        String text = "(" + String.join(", ", columns.subList(0, keys)) + ")";
        if (columns.size() > keys) {
            text += " INCLUDE (" + String.join(", ", columns.subList(keys, columns.size())) + ")";
        }
        List<String> options = catalog.table(index.oid()).options();
        return options.isEmpty() ? text : text + " WITH (" + String.join(", ", options) + ")";
    }

    private static String foreignKey(CallContext call, ConstraintDef constraint, Style style) {
        CatalogView catalog = NameFunctions.catalog(call);
        StringBuilder text = new StringBuilder("FOREIGN KEY ");
        text.append(columns(catalog.table(constraint.table()), constraint.columns()));
        text.append(" REFERENCES ").append(ExpressionTexts.printer(call, style).relation(constraint.referencedTable()));
        text.append(columns(catalog.table(constraint.referencedTable()), constraint.referencedColumns()));
        text.append(
                switch (constraint.match()) {
                    case 'f' -> " MATCH FULL";
                    case 'p' -> " MATCH PARTIAL";
                    default -> "";
                });
        text.append(action(" ON UPDATE ", constraint.onUpdate()));
        text.append(action(" ON DELETE ", constraint.onDelete()));
        if (!constraint.deleteSetColumns().isEmpty()) {
            text.append(" ").append(columns(catalog.table(constraint.table()), constraint.deleteSetColumns()));
        }
        return text.toString();
    }

    private static String columns(TableDef table, List<Integer> numbers) {
        return numbers.stream()
                .map(number ->
                        Quoting.identifier(table.columns().get(number - 1).name()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String action(String event, char action) {
        return switch (action) {
            case 'r' -> event + "RESTRICT";
            case 'c' -> event + "CASCADE";
            case 'n' -> event + "SET NULL";
            case 'd' -> event + "SET DEFAULT";
            default -> "";
        };
    }
}
