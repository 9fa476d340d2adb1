package io.pglitedb.executor.command.copy;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Comma separated values; a value is quoted where it must be, or where FORCE_QUOTE says so.
final class CsvFormatter implements RowFormatter {
    private final CopyOptions options;
    private final ValueType[] types;
    private final boolean[] forceQuote;
    private final SessionContext session;
    private final byte[] nullText;
    private final ByteWriter value = new ByteWriter();

    CsvFormatter(CopyOptions options, ValueType[] types, boolean[] forceQuote, SessionContext session) {
        this.options = options;
        this.types = types;
        this.forceQuote = forceQuote;
        this.session = session;
        this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void begin(List<String> columns, ByteWriter out) {
        if (options.header() == CopyOptions.Header.NONE) {
            return;
        }
        for (int column = 0; column < columns.size(); column++) {
            if (column > 0) {
                out.putByte(options.delimiter());
            }
            value.clear();
            value.putUtf8(columns.get(column));
            put(out, false, columns.size() == 1);
        }
        out.putByte('\n');
    }

    @Override
    public void row(Object[] values, ByteWriter out) {
        for (int column = 0; column < types.length; column++) {
            if (column > 0) {
                out.putByte(options.delimiter());
            }
            if (values[column] == null) {
                out.putBytes(nullText);
            } else {
                value.clear();
                types[column].print(values[column], session, value);
                put(out, forceQuote[column], types.length == 1);
            }
        }
        out.putByte('\n');
    }

    /// @param alone the only value of its row: `\.` would end the data
    private void put(ByteWriter out, boolean forced, boolean alone) {
        byte[] bytes = value.array();
        int length = value.size();
        boolean quoted = forced
                || Arrays.equals(bytes, 0, length, nullText, 0, nullText.length)
                || alone && length == 2 && bytes[0] == '\\' && bytes[1] == '.'
                || hasSpecial(bytes, length);
        if (!quoted) {
            out.putBytes(bytes, 0, length);
            return;
        }
        out.putByte(options.quote());
        for (int index = 0; index < length; index++) {
            if (bytes[index] == options.quote() || bytes[index] == options.escape()) {
                out.putByte(options.escape());
            }
            out.putByte(bytes[index]);
        }
        out.putByte(options.quote());
    }

    private boolean hasSpecial(byte[] bytes, int length) {
        for (int index = 0; index < length; index++) {
            byte b = bytes[index];
            if (b == options.delimiter() || b == options.quote() || b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void end(ByteWriter out) {}
}
