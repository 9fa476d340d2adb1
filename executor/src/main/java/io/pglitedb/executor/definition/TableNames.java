package io.pglitedb.executor.definition;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.text.Quoting;
import java.util.List;
import java.util.stream.Collectors;

/// Names of tables and columns as text of SQL.
public final class TableNames {
    private TableNames() {}

    /// `schema.table`, quoted where needed.
    public static String qualified(TableDef table, CatalogView view) {
        return Quoting.identifier(view.namespaceName(table.namespace())) + "." + Quoting.identifier(table.name());
    }

    /// Quoted names of columns by number, in order.
    public static List<String> columns(TableDef table, List<Integer> numbers) {
        return numbers.stream()
                .map(number ->
                        Quoting.identifier(table.columns().get(number - 1).name()))
                .collect(Collectors.toList());
    }
}
