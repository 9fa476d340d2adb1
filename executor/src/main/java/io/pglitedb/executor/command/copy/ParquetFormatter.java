package io.pglitedb.executor.command.copy;

import io.pglitedb.columnstore.file.CountedOutput;
import io.pglitedb.columnstore.form.ColumnForm;
import io.pglitedb.columnstore.form.Forms;
import io.pglitedb.columnstore.form.StoredForm;
import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.columnstore.write.ParquetWriter;
import io.pglitedb.executor.backend.ResultShape;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Parquet file for any reader: columns whose type Parquet has are of that type, the others, numerics without a
/// precision among them, are text. A value that the type has no place for (infinity, NaN) is refused.
final class ParquetFormatter implements RowFormatter {
    private static final int TEXT = 25;

    /// @param type of the values that come
    /// @param form in the file; null for text made of them
    private record Field(SegmentColumn column, ValueType type, ColumnForm form) {}

    private final List<Field> fields = new ArrayList<>();
    private final SessionContext session;
    private final Pending pending = new Pending();
    private ParquetWriter parquet;

    ParquetFormatter(List<ResultShape.Column> columns, ValueType[] types, SessionContext session) {
        this.session = session;
        Set<String> names = new HashSet<>();
        for (int index = 0; index < types.length; index++) {
            ResultShape.Column column = columns.get(index);
            if (!names.add(column.name())) {
                throw new PgException(
                        SqlState.DUPLICATE_COLUMN, "column \"%s\" specified more than once".formatted(column.name()));
            }
            fields.add(field(index + 1, column, types[index]));
        }
    }

    private Field field(int fieldId, ResultShape.Column column, ValueType type) {
        SqlType sqlType = new SqlType(column.type(), column.typmod());
        ColumnForm form = Forms.dependsOnValues(sqlType, type) ? null : Forms.toWrite(sqlType, type, List.of());
        if (form == null || form instanceof StoredForm) {
            ValueType text = session.type(TEXT);
            return new Field(new SegmentColumn(fieldId, column.name(), SqlType.of(TEXT), text), type, null);
        }
        return new Field(new SegmentColumn(fieldId, column.name(), sqlType, type), type, form);
    }

    @Override
    public void begin(List<String> columns, ByteWriter out) {
        parquet = new ParquetWriter(
                new CountedOutput(pending, Path.of("COPY")),
                fields.stream().map(Field::column).toList());
        pending.moveTo(out);
    }

    @Override
    public void row(Object[] values, ByteWriter out) {
        Object[] carriers = new Object[values.length];
        for (int index = 0; index < carriers.length; index++) {
            carriers[index] = values[index] == null ? null : carrier(fields.get(index), values[index]);
        }
        parquet.append(carriers);
        if (parquet.groupIsFull()) {
            parquet.endGroup();
            pending.moveTo(out);
        }
    }

    private Object carrier(Field field, Object value) {
        if (field.form == null) {
            return field.type.toUtf8(value, session);
        }
        if (!field.form.fits(value)) {
            throw new PgException(
                            SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                            "value %s of column \"%s\" is out of range for Parquet"
                                    .formatted(field.type.toUtf8(value, session), field.column.name()))
                    .hint("COPY the column as text.");
        }
        return value;
    }

    @Override
    public void end(ByteWriter out) {
        parquet.finish(Map.of());
        pending.moveTo(out);
    }

    /// What the writer has written since the last row.
    private static final class Pending extends OutputStream {
        private final ByteWriter bytes = new ByteWriter(1 << 16);

        @Override
        public void write(int value) {
            bytes.putByte(value);
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.putBytes(source, offset, length);
        }

        void moveTo(ByteWriter out) {
            out.putBytes(bytes.array(), 0, bytes.size());
            bytes.clear(1 << 16);
        }
    }
}
