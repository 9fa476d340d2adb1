package io.pglitedb.planner.print;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorClassDef;
import io.pglitedb.catalog.def.PartitionKeyDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.partition.PartitionKey;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.PartitionBound;
import io.pglitedb.planner.query.PartitionBound.Datum;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.text.Quoting;
import java.util.ArrayList;
import java.util.List;

/// Partition keys and bounds as SQL text. Source of the layout: `pg_get_partkeydef_worker`, `get_rule_expr`.
public final class PartitionPrinter {
    private final CatalogView catalog;
    private final SessionContext session;

    public PartitionPrinter(CatalogView catalog, SessionContext session) {
        this.catalog = catalog;
        this.session = session;
    }

    /// `RANGE (a, lower(b))`
    public String key(TableDef table) {
        PartitionKey key = PartitionKey.of(table, catalog, session);
        String strategy = switch (key.strategy()) {
            case 'h' -> "HASH";
            case 'l' -> "LIST";
            default -> "RANGE";
        };
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            columns.add(column(key, i, table) + collation(key, i) + operatorClass(key, i));
        }
        return strategy + " (" + String.join(", ", columns) + ")";
    }

    /// The key's columns without anything else: `a, lower(b)`.
    public String columns(PartitionKey key, TableDef table) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            columns.add(column(key, i, table));
        }
        return String.join(", ", columns);
    }

    private String column(PartitionKey key, int column, TableDef table) {
        int number = key.definition().columns().get(column);
        if (number != 0) {
            return Quoting.identifier(table.columns().get(number - 1).name());
        }
        Expr expression = key.columns().get(column).expression();
        String text = expression(expression, table);
        return expression instanceof Expr.FunctionCall call && !call.origin().isCast() ? text : "(" + text + ")";
    }

    /// An expression over the table's columns.
    public String expression(Expr expression, TableDef table) {
        return new SqlPrinter(catalog, session, Style.PLAIN).expression(expression, new TableColumns(table, catalog));
    }

    private String collation(PartitionKey key, int column) {
        int collation = key.definition().collations().get(column);
        return collation == 0
                        || collation == key.columns().get(column).expression().collation()
                ? ""
                : " COLLATE " + new Names(catalog).collation(collation);
    }

    private String operatorClass(PartitionKey key, int column) {
        PartitionKeyDef definition = key.definition();
        OperatorClassDef operatorClass =
                catalog.operatorClass(definition.operatorClasses().get(column));
        return operatorClass.isDefault() ? "" : " " + new Names(catalog).operatorClass(operatorClass);
    }

    /// `FOR VALUES …` or `DEFAULT`
    public String bound(PartitionBound bound) {
        return switch (bound) {
            case PartitionBound.Default _ -> "DEFAULT";
            case PartitionBound.Hash(int modulus, int remainder) ->
                "FOR VALUES WITH (modulus %d, remainder %d)".formatted(modulus, remainder);
            case PartitionBound.Values(List<Expr> values) ->
                "FOR VALUES IN ("
                        + String.join(", ", values.stream().map(this::constant).toList()) + ")";
            case PartitionBound.Range(List<Datum> lower, List<Datum> upper) ->
                "FOR VALUES FROM " + end(lower) + " TO " + end(upper);
        };
    }

    /// `(1, MAXVALUE)`
    public String end(List<Datum> end) {
        return "("
                + String.join(
                        ", ",
                        end.stream()
                                .map(datum -> datum.isValue()
                                        ? constant(datum.value())
                                        : datum.kind().name())
                                .toList())
                + ")";
    }

    private String constant(Expr value) {
        Output out = new Output(Style.PLAIN, 0);
        new ConstantPrinter(catalog, session, new Names(catalog))
                .print((Expr.Const) value, ConstantPrinter.Label.NEVER, out);
        return out.toString();
    }
}
