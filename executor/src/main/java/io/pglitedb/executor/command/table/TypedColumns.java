package io.pglitedb.executor.command.table;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.catalog.define.NewColumn;
import io.pglitedb.executor.definition.ColumnSpec;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The columns of a table OF a type: the type's attributes, with the options that the statement gives them.
final class TypedColumns {
    private TypedColumns() {}

    /// @param own what the statement says of columns, in any order; 42701 for twice the same
    static List<ColumnSpec> merge(List<ColumnDef> attributes, List<ColumnSpec> own) {
        Map<String, ColumnSpec> byName = new HashMap<>();
        for (ColumnSpec spec : own) {
            if (byName.put(spec.name(), spec) != null) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN, "column \"%s\" specified more than once".formatted(spec.name()));
            }
        }
        List<ColumnSpec> columns = new ArrayList<>();
        for (ColumnDef attribute : attributes) {
            ColumnSpec written = byName.get(attribute.name());
            columns.add(written != null ? written : plain(attribute));
        }
        return columns;
    }

    private static ColumnSpec plain(ColumnDef attribute) {
        NewColumn column = NewColumn.of(attribute.name(), attribute.type(), attribute.typmod(), attribute.collation());
        return new ColumnSpec(
                column, Optional.empty(), Optional.empty(), Optional.empty(), false, List.of(), Optional.empty());
    }
}
