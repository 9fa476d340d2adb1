package io.pglitedb.types.vector;

import java.util.List;

/// Some rows of a relation: its columns side by side, and which of their rows count.
///
/// @param columns all of that length; perhaps none
/// @param selection what counts; the other rows hold anything
public record Batch(List<Vector> columns, int length, Selection selection) {
    public Batch {
        columns = List.copyOf(columns);
    }

    /// All rows count.
    public static Batch of(List<Vector> columns, int rowCount) {
        return new Batch(columns, rowCount, Selection.first(rowCount));
    }

    /// Rows that count.
    public int rowCount() {
        return selection.count();
    }

    public Vector column(int index) {
        return columns.get(index);
    }

    public Batch select(Selection part) {
        return part == selection ? this : new Batch(columns, length, part);
    }

    /// A row as carriers.
    public Object[] row(int row) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = columns.get(column).get(row);
        }
        return values;
    }
}
