package io.pglitedb.columnstore.descriptor;

import io.pglitedb.types.SqlType;
import java.util.List;

/// @param type when the segment was written
/// @param whole of all rows
/// @param groups of the rows of each row group
public record ColumnSummary(int fieldId, SqlType type, ZoneMap whole, List<ZoneMap> groups) {
    public ColumnSummary {
        groups = List.copyOf(groups);
    }
}
