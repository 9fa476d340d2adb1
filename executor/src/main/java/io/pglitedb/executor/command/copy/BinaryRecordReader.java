package io.pglitedb.executor.command.copy;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Arrays;
import java.util.List;

/// Reads COPY's binary format; see [BinaryFormatter].
final class BinaryRecordReader implements RecordReader {
    private static final int WITH_OIDS = 1 << 16;
    private static final int CRITICAL_FLAGS = 0xffff0000;

    private final CopySource source;
    private final List<ColumnDef> columns;
    private final ValueType[] types;
    private final SessionContext session;
    private final CopyPosition position;

    BinaryRecordReader(CopySource source, List<ColumnDef> columns, SessionContext session, CopyPosition position) {
        this.source = source;
        this.columns = columns;
        this.types = columns.stream().map(column -> session.type(column.type())).toArray(ValueType[]::new);
        this.session = session;
        this.position = position;
    }

    private static PgException bad(String message) {
        return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
    }

    private ByteReader read(int length, String missing) {
        byte[] bytes = new byte[length];
        if (source.read(bytes) < length) {
            throw bad(missing);
        }
        return new ByteReader(bytes);
    }

    @Override
    public void begin() {
        byte[] signature = new byte[BinaryFormatter.SIGNATURE.length];
        if (source.read(signature) < signature.length || !Arrays.equals(signature, BinaryFormatter.SIGNATURE)) {
            throw bad("COPY file signature not recognized");
        }
        int flags = read(4, "invalid COPY file header (missing flags)").getInt();
        if ((flags & WITH_OIDS) != 0) {
            throw bad("invalid COPY file header (WITH OIDS)");
        }
        if ((flags & CRITICAL_FLAGS) != 0) {
            throw bad("unrecognized critical flags in COPY file header");
        }
        int extension = read(4, "invalid COPY file header (missing length)").getInt();
        if (extension < 0) {
            throw bad("invalid COPY file header (missing length)");
        }
        read(extension, "invalid COPY file header (wrong length)");
    }

    @Override
    public Object[] next() {
        position.line++;
        if (source.peek() == CopySource.END) {
            return null;
        }
        int count = read(2, "unexpected EOF in COPY data").getShort();
        if (count == -1) {
            if (source.peek() != CopySource.END) {
                throw bad("received copy data after EOF marker");
            }
            return null;
        }
        if (count != columns.size()) {
            throw bad("row field count is %d, expected %d".formatted(count, columns.size()));
        }
        Object[] values = new Object[count];
        for (int index = 0; index < count; index++) {
            position.column = columns.get(index).name();
            values[index] = value(index);
            position.column = null;
        }
        return values;
    }

    private Object value(int index) {
        int length = read(4, "unexpected EOF in COPY data").getInt();
        if (length == -1) {
            types[index].admitNull(session);
            return null;
        }
        if (length < 0) {
            throw bad("invalid field size");
        }
        ByteReader bytes = read(length, "unexpected EOF in COPY data");
        Object value = types[index].receive(bytes, columns.get(index).typmod(), session);
        if (bytes.remaining() > 0) {
            throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "incorrect binary data format");
        }
        return value;
    }
}
