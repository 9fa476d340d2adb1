package io.pglitedb.columnstore.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns of a segment as its file has them, without the rowid column that stands before them.
///
/// @param version of the table's columns, counted by whoever owns them
public record SegmentSchema(int version, List<SegmentColumn> columns) {
    /// The column that holds rowids. Name and id are those that Iceberg reserves for row ids.
    public static final int ROWID_FIELD = Integer.MAX_VALUE - 107;
    public static final String ROWID_NAME = "_row_id";

    public SegmentSchema {
        columns = List.copyOf(columns);
        Set<Integer> ids = new HashSet<>();
        for (SegmentColumn column : columns) {
            if (!ids.add(column.fieldId())) {
                throw new IllegalArgumentException("field id " + column.fieldId() + " twice");
            }
        }
    }

    /// -1 when the segment was written without that column.
    public int indexOf(int fieldId) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).fieldId() == fieldId) {
                return index;
            }
        }
        return -1;
    }
}
