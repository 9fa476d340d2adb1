package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// The columns of a table that a COPY is about.
final class CopyColumns {
    private CopyColumns() {}

    /// Those named, or all that are not generated.
    static List<ColumnDef> of(TableDef table, List<String> names) {
        if (names.isEmpty()) {
            return table.columns().stream()
                    .filter(column -> !column.dropped() && column.generated() == ' ')
                    .toList();
        }
        List<ColumnDef> columns = new ArrayList<>();
        for (String name : names) {
            ColumnDef column = find(table, name);
            if (column.generated() != ' ') {
                throw new PgException(
                                SqlState.INVALID_COLUMN_REFERENCE,
                                "column \"%s\" is a generated column".formatted(name))
                        .detail("Generated columns cannot be used in COPY.");
            }
            if (columns.contains(column)) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN, "column \"%s\" specified more than once".formatted(name));
            }
            columns.add(column);
        }
        return columns;
    }

    private static ColumnDef find(TableDef table, String name) {
        ColumnDef column = table.column(name);
        if (column == null) {
            throw new PgException(
                    SqlState.UNDEFINED_COLUMN,
                    "column \"%s\" of relation \"%s\" does not exist".formatted(name, table.name()));
        }
        return column;
    }

    /// Which of the columns are named by an option.
    ///
    /// @param option as messages call it: `FORCE_QUOTE`
    static boolean[] marked(List<String> columns, List<String> names, TableDef table, String option) {
        boolean[] marked = new boolean[columns.size()];
        for (String name : names) {
            int index = columns.indexOf(name);
            if (index < 0) {
                if (table != null) {
                    find(table, name);
                }
                throw new PgException(
                        SqlState.INVALID_COLUMN_REFERENCE,
                        "%s column \"%s\" not referenced by COPY".formatted(option, name));
            }
            marked[index] = true;
        }
        return marked;
    }
}
