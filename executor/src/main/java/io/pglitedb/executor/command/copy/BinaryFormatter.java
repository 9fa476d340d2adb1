package io.pglitedb.executor.command.copy;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// COPY's binary format.
/// ```
///   "PGCOPY\n" FF 0D 0A 00 | flags int32 | extension length int32 | rows | FF FF
///   row: column count int16 | (length int32, -1 for NULL | bytes of the type's binary form)…
/// ```
final class BinaryFormatter implements RowFormatter {
    static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final ValueType[] types;
    private final SessionContext session;

    BinaryFormatter(ValueType[] types, SessionContext session) {
        this.types = types;
        this.session = session;
    }

    @Override
    public void begin(List<String> columns, ByteWriter out) {
        out.putBytes(SIGNATURE).putInt(0).putInt(0);
    }

    @Override
    public void row(Object[] values, ByteWriter out) {
        out.putShort(types.length);
        for (int column = 0; column < types.length; column++) {
            if (values[column] == null) {
                out.putInt(-1);
            } else {
                int at = out.size();
                out.putInt(0);
                types[column].send(values[column], session, out);
                out.setInt(at, out.size() - at - Integer.BYTES);
            }
        }
    }

    @Override
    public void end(ByteWriter out) {
        out.putShort(-1);
    }
}
