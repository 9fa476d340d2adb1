package io.pglitedb.executor.command.copy;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// COPY's text format: a line a row, specials behind backslashes.
final class TextFormatter implements RowFormatter {
    private final CopyOptions options;
    private final ValueType[] types;
    private final SessionContext session;
    private final ByteWriter value = new ByteWriter();

    TextFormatter(CopyOptions options, ValueType[] types, SessionContext session) {
        this.options = options;
        this.types = types;
        this.session = session;
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
            escape(out);
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
                out.putUtf8(options.nullText());
            } else {
                value.clear();
                types[column].print(values[column], session, value);
                escape(out);
            }
        }
        out.putByte('\n');
    }

    private void escape(ByteWriter out) {
        byte[] bytes = value.array();
        for (int index = 0; index < value.size(); index++) {
            byte b = bytes[index];
            int letter = letter(b);
            if (letter != 0) {
                out.putByte('\\').putByte(letter);
            } else if (b == '\\' || b == options.delimiter()) {
                out.putByte('\\').putByte(b);
            } else {
                out.putByte(b);
            }
        }
    }

    /// 0 for what has no letter of its own.
    private static int letter(byte b) {
        return switch (b) {
            case '\b' -> 'b';
            case '\f' -> 'f';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            case 0x0b -> 'v';
            default -> 0;
        };
    }

    @Override
    public void end(ByteWriter out) {}
}
