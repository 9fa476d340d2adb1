package io.pglitedb.rowstore.row;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.vector.VectorBuilder;
import java.util.List;

/// Tuple ↔ body of a stored row. Any column is found without reading the ones before it.
/// ```
///   | count uint16 | null bitmap | fixed part     | ends              | variable part |
///   count        columns stored, in the low 15 bits; the top bit says that ends are int32 instead of uint16
///   null bitmap  bit n%8 of byte n/8 set: column n is NULL
///   fixed part   a slot for every column of fixed size, zeros when NULL
///   ends         for every column of variable size the end of its bytes in the variable part
/// ```
/// A row stored before ADD COLUMN has fewer columns; the ones it lacks decode as `MISSING`. Immutable,
/// thread-safe.
public final class RowCodec {
    /// Stands for a column that the row was stored without.
    public static final Object MISSING = new Object() {
        @Override
        public String toString() {
            return "MISSING";
        }
    };

    private static final int WIDE = 0x8000;

    private final ValueType[] types;
    /// Bytes of the fixed part before column n; one more slot for the whole.
    private final int[] fixedBefore;
    /// Variable columns before column n; one more slot for all.
    private final int[] variableBefore;

    public RowCodec(List<ValueType> columnTypes) {
        if (columnTypes.size() >= WIDE) {
            throw new IllegalArgumentException("too many columns: " + columnTypes.size());
        }
        types = columnTypes.toArray(new ValueType[0]);
        fixedBefore = new int[types.length + 1];
        variableBefore = new int[types.length + 1];
        for (int column = 0; column < types.length; column++) {
            int size = types[column].storedSize();
            fixedBefore[column + 1] = fixedBefore[column] + Math.max(size, 0);
            variableBefore[column + 1] = variableBefore[column] + (size < 0 ? 1 : 0);
        }
    }

    public int columnCount() {
        return types.length;
    }

    /// Appends the body of a row; null is NULL. `scratch` is cleared and used.
    public void encode(Object[] values, ByteWriter out, ByteWriter scratch) {
        int count = types.length;
        int start = out.size();
        out.putShort(count);
        int bitmap = out.size();
        for (int index = 0; index < count + 7 >> 3; index++) {
            out.putByte(0);
        }
        scratch.clear();
        int[] ends = new int[variableBefore[count]];
        for (int column = 0; column < count; column++) {
            Object value = values[column];
            int size = types[column].storedSize();
            if (value == null) {
                int at = bitmap + (column >> 3);
                out.setByte(at, out.array()[at] | 1 << (column & 7));
                for (int index = 0; index < size; index++) {
                    out.putByte(0);
                }
            } else {
                types[column].store(value, size < 0 ? scratch : out);
            }
            if (size < 0) {
                ends[variableBefore[column]] = scratch.size();
            }
        }
        boolean wide = scratch.size() > 0xffff;
        if (wide) {
            out.setShort(start, count | WIDE);
        }
        for (int end : ends) {
            if (wide) {
                out.putInt(end);
            } else {
                out.putShort(end);
            }
        }
        out.putBytes(scratch.array(), 0, scratch.size());
    }

    /// Decodes columns of a stored row, header included: `out[i]` gets column `columns[i]`, null for NULL.
    public void decode(byte[] row, int offset, int length, int[] columns, Object[] out) {
        Body body = new Body(row, offset, length);
        ByteReader reader = new ByteReader(row, offset, length);
        for (int index = 0; index < columns.length; index++) {
            int column = columns[index];
            int from = body.locate(column);
            out[index] = from >= 0
                    ? types[column].load(reader.wrap(row, from, body.size))
                    : from == Body.MISSING_VALUE ? MISSING : null;
        }
    }

    /// The same into columns: `out[i]` gets one more value.
    ///
    /// @param missing values of columns that a row was stored without
    public void decode(byte[] row, int offset, int length, int[] columns, VectorBuilder[] out, Object[] missing) {
        Body body = new Body(row, offset, length);
        ByteReader reader = new ByteReader(row, offset, length);
        for (int index = 0; index < columns.length; index++) {
            int column = columns[index];
            int from = body.locate(column);
            if (from >= 0) {
                types[column].load(reader.wrap(row, from, body.size), out[index]);
            } else if (from == Body.MISSING_VALUE) {
                out[index].append(missing[index]);
            } else {
                out[index].appendNull();
            }
        }
    }

    /// Finds the values of one stored row.
    private final class Body {
        static final int NULL_VALUE = -1;
        static final int MISSING_VALUE = -2;

        private final byte[] row;
        private final int limit;
        private final int stored;
        private final int endSize;
        private final int bitmap;
        private final int fixed;
        private final int ends;
        private final int variable;
        /// Bytes of the value last located.
        private int size;

        Body(byte[] row, int offset, int length) {
            this.row = row;
            limit = offset + length;
            int at = offset + RowHeader.LENGTH;
            if (at + 2 > limit) {
                throw damaged();
            }
            int head = (row[at] & 0xff) << 8 | row[at + 1] & 0xff;
            stored = head & ~WIDE;
            if (stored > types.length) {
                throw damaged();
            }
            endSize = (head & WIDE) == 0 ? 2 : 4;
            bitmap = at + 2;
            fixed = bitmap + (stored + 7 >> 3);
            ends = fixed + fixedBefore[stored];
            variable = ends + variableBefore[stored] * endSize;
            if (variable > limit) {
                throw damaged();
            }
        }

        /// Index of the value's first byte, or `NULL_VALUE`, or `MISSING_VALUE`.
        int locate(int column) {
            if (column >= stored) {
                return MISSING_VALUE;
            }
            if ((row[bitmap + (column >> 3)] & 1 << (column & 7)) != 0) {
                return NULL_VALUE;
            }
            size = types[column].storedSize();
            if (size >= 0) {
                return fixed + fixedBefore[column];
            }
            int ordinal = variableBefore[column];
            int begin = ordinal == 0 ? 0 : end(row, ends, endSize, ordinal - 1);
            size = end(row, ends, endSize, ordinal) - begin;
            if (begin < 0 || size < 0 || variable + begin + size > limit) {
                throw damaged();
            }
            return variable + begin;
        }
    }

    private static int end(byte[] row, int ends, int endSize, int ordinal) {
        int at = ends + ordinal * endSize;
        int high = (row[at] & 0xff) << 8 | row[at + 1] & 0xff;
        return endSize == 2 ? high : high << 16 | (row[at + 2] & 0xff) << 8 | row[at + 3] & 0xff;
    }

    private static PgException damaged() {
        return new PgException(SqlState.DATA_CORRUPTED, "stored row does not fit the columns of its table");
    }
}
