package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Utf8Validation;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.function.Supplier;

/// Reads lines of fields, of the text and the CSV format, and makes values of them.
final class TextRecordReader implements RecordReader {
    private final CopyOptions options;
    private final List<ColumnDef> columns;
    private final ValueType[] types;
    private final boolean[] forceNotNull;
    private final boolean[] forceNull;
    private final SessionContext session;
    private final CopyPosition position;
    private final LineReader lines;
    private final LineFields fields = new LineFields();
    private final Supplier<String> text;

    TextRecordReader(
            CopyOptions options,
            List<ColumnDef> columns,
            boolean[] forceNotNull,
            boolean[] forceNull,
            SessionContext session,
            CopyPosition position,
            LineReader lines) {
        this.options = options;
        this.columns = columns;
        this.types = columns.stream().map(column -> session.type(column.type())).toArray(ValueType[]::new);
        this.forceNotNull = forceNotNull;
        this.forceNull = forceNull;
        this.session = session;
        this.position = position;
        this.lines = lines;
        this.text = lines::text;
    }

    @Override
    public void begin() {
        if (options.header() == CopyOptions.Header.NONE || !readLine()) {
            return;
        }
        if (options.header() == CopyOptions.Header.MATCH) {
            checkHeader();
        }
    }

    private boolean readLine() {
        position.line++;
        position.text = null;
        boolean more = lines.read(fields);
        position.text = text;
        return more;
    }

    private void checkHeader() {
        if (fields.count() != columns.size()) {
            throw bad("wrong number of fields in header line: field count is %d, expected %d"
                    .formatted(fields.count(), columns.size()));
        }
        for (int index = 0; index < columns.size(); index++) {
            String expected = columns.get(index).name();
            if (fields.isNull(index)) {
                throw bad("column name mismatch in header line field %d: got null value (\"%s\"), expected \"%s\""
                        .formatted(index + 1, options.nullText(), expected));
            }
            String got = fields.text(index).toString();
            if (!got.equals(expected)) {
                throw bad("column name mismatch in header line field %d: got \"%s\", expected \"%s\""
                        .formatted(index + 1, got, expected));
            }
        }
    }

    private static PgException bad(String message) {
        return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
    }

    @Override
    public Object[] next() {
        if (!readLine()) {
            return null;
        }
        if (fields.count() > columns.size()) {
            boolean emptyLine =
                    columns.isEmpty() && fields.count() == 1 && fields.text(0).isEmpty();
            if (!emptyLine) {
                throw bad("extra data after last expected column");
            }
        }
        Object[] values = new Object[columns.size()];
        for (int index = 0; index < values.length; index++) {
            if (index >= fields.count()) {
                throw bad("missing data for column \"%s\""
                        .formatted(columns.get(index).name()));
            }
            values[index] = value(index);
        }
        return values;
    }

    /// Appends the line that was read last, as it stands in the data.
    void appendText(ByteWriter out) {
        out.putBytes(lines.raw.array(), 0, lines.raw.size());
    }

    private Object value(int index) {
        boolean isNull = fields.isNull(index);
        if (isNull && forceNotNull[index]) {
            isNull = false;
        } else if (!isNull && forceNull[index]) {
            isNull = fields.text(index).toString().equals(options.nullText());
        }
        position.column = columns.get(index).name();
        position.value = null;
        Object value = null;
        if (!isNull) {
            Utf8 text = fields.isNull(index) ? Utf8.of(options.nullText()) : fields.text(index);
            position.value = text;
            Utf8Validation.check(text);
            value = types[index].parse(text, columns.get(index).typmod(), session);
        } else {
            types[index].admitNull(session);
        }
        position.column = null;
        return value;
    }
}
