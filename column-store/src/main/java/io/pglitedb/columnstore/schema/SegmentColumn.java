package io.pglitedb.columnstore.schema;

import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;

/// A column of a segment.
///
/// @param fieldId what the column is known by for ever (`attnum`), whatever its name becomes; positive
/// @param name in the file, for other readers; ours go by the field id
/// @param type when the segment was written
/// @param values what the type does with its values
public record SegmentColumn(int fieldId, String name, SqlType type, ValueType values) {
    public SegmentColumn {
        if (fieldId <= 0 || fieldId >= SegmentSchema.ROWID_FIELD) {
            throw new IllegalArgumentException("field id " + fieldId);
        }
    }
}
