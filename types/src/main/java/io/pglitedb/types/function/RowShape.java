package io.pglitedb.types.function;

import io.pglitedb.types.SqlType;
import java.util.List;

/// The columns of a row.
///
/// @param types one for each name
public record RowShape(List<String> names, List<SqlType> types) {
    public RowShape {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }
}
