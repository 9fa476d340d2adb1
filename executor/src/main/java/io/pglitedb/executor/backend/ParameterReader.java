package io.pglitedb.executor.backend;

import io.pglitedb.executor.session.ColumnFormat;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.text.Utf8Validation;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Reads the parameters of a Bind message.
final class ParameterReader {
    private final Backend session;

    ParameterReader(Backend session) {
        this.session = session;
    }

    /// @return carriers, null for SQL NULL
    Object[] read(String portal, String statement, List<Integer> types, List<ColumnFormat> formats, byte[][] values) {
        if (formats.size() > 1 && formats.size() != values.length) {
            throw new PgException(
                    SqlState.PROTOCOL_VIOLATION,
                    "bind message has %d parameter formats but %d parameters".formatted(formats.size(), values.length));
        }
        if (values.length != types.size()) {
            throw new PgException(
                    SqlState.PROTOCOL_VIOLATION,
                    "bind message supplies %d parameters, but prepared statement \"%s\" requires %d"
                            .formatted(values.length, statement, types.size()));
        }
        Object[] read = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            ColumnFormat format = formats.isEmpty() ? ColumnFormat.TEXT : formats.get(formats.size() == 1 ? 0 : index);
            read[index] = read(portal, index, types.get(index), format, values[index]);
        }
        return read;
    }

    private Object read(String portal, int index, int oid, ColumnFormat format, byte[] bytes) {
        ValueType type = session.context().type(oid);
        try {
            if (bytes == null) {
                type.admitNull(session.context());
                return null;
            }
            return format == ColumnFormat.TEXT ? parse(type, bytes) : receive(type, bytes, index);
        } catch (PgException error) {
            String whose = portal.isEmpty() ? "unnamed portal" : "portal \"" + portal + "\"";
            String shown = format == ColumnFormat.TEXT ? " = '...'" : "";
            throw error.where("%s parameter $%d%s".formatted(whose, index + 1, shown));
        }
    }

    private Object parse(ValueType type, byte[] bytes) {
        Utf8 text = new Utf8(bytes);
        Utf8Validation.check(text);
        return type.parse(text, -1, session.context());
    }

    private Object receive(ValueType type, byte[] bytes, int index) {
        ByteReader in = new ByteReader(bytes);
        Object value = type.receive(in, -1, session.context());
        if (in.remaining() > 0) {
            throw new PgException(
                    SqlState.INVALID_BINARY_REPRESENTATION,
                    "incorrect binary data format in bind parameter " + (index + 1));
        }
        return value;
    }
}
