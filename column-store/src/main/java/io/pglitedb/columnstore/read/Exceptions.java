package io.pglitedb.columnstore.read;

import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;

/// Lays the values that had no place in a column's form over the column, where they are NULL.
final class Exceptions {
    private Exceptions() {}

    /// @param exact of the same rows, NULL where the column itself has the value or is NULL
    static Vector overlay(Vector column, Vector exact) {
        if (Nulls.count(exact.nulls(), exact.length()) == exact.length()) {
            return column;
        }
        VectorBuilder merged = VectorBuilder.of(column.form(), column.length());
        for (int row = 0; row < column.length(); row++) {
            merged.append(exact.isNull(row) ? column.get(row) : exact.get(row));
        }
        return merged.build();
    }
}
