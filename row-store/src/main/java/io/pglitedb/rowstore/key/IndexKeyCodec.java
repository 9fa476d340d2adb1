package io.pglitedb.rowstore.key;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// Key of an index entry: the columns one behind the other, then the rowid when the index is not unique or a key column
/// is NULL.
/// ```
///   column = 00            NULL, NULLS FIRST
///          | 01 value      ValueType.putKey; every bit inverted for DESC
///          | 02            NULL, NULLS LAST
///   rowid  = int64
/// ```
/// Invariant: columns are prefix-free (values are, and inverting keeps that), so bytewise order is the index's order.
public final class IndexKeyCodec {
    private static final int NULL_FIRST = 0x00;
    private static final int VALUE = 0x01;
    private static final int NULL_LAST = 0x02;

    /// @param nullsFirst PostgreSQL's default is true for DESC, false for ASC
    public record Column(ValueType type, boolean descending, boolean nullsFirst) {}

    private final List<Column> columns;

    public IndexKeyCodec(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    public int columnCount() {
        return columns.size();
    }

    /// Appends the key of the first `values.length` columns, null for NULL; true when one was NULL. With fewer values
    /// than columns it is a prefix: scan from it to `StoreKey.successor` of it.
    public boolean putColumns(Object[] values, ByteWriter key) {
        boolean hasNull = false;
        for (int index = 0; index < values.length; index++) {
            hasNull |= values[index] == null;
            putColumn(index, values[index], key);
        }
        return hasNull;
    }

    public void putColumn(int index, Object value, ByteWriter key) {
        Column column = columns.get(index);
        if (value == null) {
            key.putByte(column.nullsFirst ? NULL_FIRST : NULL_LAST);
            return;
        }
        key.putByte(VALUE);
        int start = key.size();
        column.type.putKey(value, key);
        if (column.descending) {
            invert(key.array(), start, key.size());
        }
    }

    /// Reads the columns back, when all types keep their values in keys (`ValueType.keyKeepsValue`).
    public Object[] takeColumns(byte[] key, int offset, int length) {
        Object[] values = new Object[columns.size()];
        int position = offset;
        int limit = offset + length;
        for (int index = 0; index < values.length; index++) {
            Column column = columns.get(index);
            int tag = key[position++];
            if (tag != VALUE) {
                continue;
            }
            if (column.descending) {
                byte[] plain = java.util.Arrays.copyOfRange(key, position, limit);
                invert(plain, 0, plain.length);
                ByteReader reader = new ByteReader(plain);
                values[index] = column.type.takeKey(reader);
                position += reader.position();
            } else {
                ByteReader reader = new ByteReader(key, position, limit - position);
                values[index] = column.type.takeKey(reader);
                position = reader.position();
            }
        }
        return values;
    }

    /// The rowid at the end of a key that carries one.
    public static long rowidAtEnd(byte[] key, int offset, int length) {
        return new ByteReader(key, offset + length - Long.BYTES, Long.BYTES).getLong();
    }

    private static void invert(byte[] bytes, int from, int to) {
        for (int index = from; index < to; index++) {
            bytes[index] = (byte) ~bytes[index];
        }
    }
}
