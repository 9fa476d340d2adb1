package io.pglitedb.executor.statistics.analyze;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.PgArray;
import java.util.ArrayList;
import java.util.List;

/// The values of one column, or of one index's expression, in a sample of rows.
///
/// @param values without NULLs and without those too wide to be kept, in order of the rows
/// @param tooWide values left out for their length: they are taken to be distinct
/// @param width average bytes of a value as PostgreSQL stores it
record ColumnSample(
        ValueType type,
        List<Object> values,
        int rows,
        int nulls,
        int tooWide,
        int width,
        double tableRows,
        boolean whole) {
    /// Longer values make no common values and no bounds.
    private static final int WIDE_BYTES = 1_024;
    /// What PostgreSQL's header of an array takes more than ours.
    private static final int ARRAY_HEADER_BYTES = 13;

    /// @param values one a row, null for NULL
    static ColumnSample of(ValueType type, List<Object> values, RowSample sample) {
        List<Object> kept = new ArrayList<>(values.size());
        int nulls = 0;
        int tooWide = 0;
        long bytes = 0;
        ByteWriter buffer = new ByteWriter(64);
        for (Object value : values) {
            if (value == null) {
                nulls++;
                continue;
            }
            int width = width(type, value, buffer);
            bytes += width;
            if (width > WIDE_BYTES) {
                tooWide++;
            } else {
                kept.add(value);
            }
        }
        int present = values.size() - nulls;
        int width = present > 0 ? (int) (bytes / present) : Math.max(0, type.storedSize());
        return new ColumnSample(type, kept, values.size(), nulls, tooWide, width, sample.tableRows(), sample.whole());
    }

    /// Variable ones have a header of one byte; arrays and numbers are stored in other forms here.
    private static int width(ValueType type, Object value, ByteWriter buffer) {
        if (type.storedSize() >= 0) {
            return type.storedSize();
        }
        if (value instanceof Numeric number && number.isFinite()) {
            int digits = number.decimal().stripTrailingZeros().precision();
            return 3 + 2 * ((digits + 3) / 4 + (number.decimal().scale() > 0 ? 1 : 0));
        }
        buffer.clear();
        type.store(value, buffer);
        return buffer.size() + (value instanceof PgArray ? ARRAY_HEADER_BYTES : 1);
    }

    double nullFraction() {
        return rows == 0 ? 0 : (double) nulls / rows;
    }
}
