package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/// Keys that are the same when their bytes are.
final class TextKeys extends KeyColumn {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final VectorForm form;
    private byte[] keys = new byte[1024];
    private int[] starts = new int[65];
    private final BitSet nullKeys;
    private int count;

    private BytesVector column;

    TextKeys(VectorForm form) {
        this(form, new BitSet());
    }

    private TextKeys(VectorForm form, BitSet nullKeys) {
        this.form = form;
        this.nullKeys = nullKeys;
    }

    @Override
    KeyColumn reader() {
        TextKeys reader = new TextKeys(form, nullKeys);
        reader.keys = keys;
        reader.starts = starts;
        reader.count = count;
        return reader;
    }

    @Override
    void bind(Vector vector, Selection rows) {
        if (vector instanceof BytesVector bytes) {
            column = bytes;
            return;
        }
        VectorBuilder flat = VectorBuilder.of(form, vector.length());
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            while (flat.length() < row) {
                flat.appendNull();
            }
            flat.append(vector.get(row));
        }
        column = (BytesVector) flat.build();
    }

    @Override
    void hash(Selection rows, int[] hashes) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int hash = column.isNull(row) ? 0 : hash(column.bytes(), column.starts()[row], column.starts()[row + 1]);
            hashes[row] = hashes[row] * 31 + hash;
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = to - from + 1;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) WORD.get(bytes, at)) * MIX;
            hash ^= hash >>> 29;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xff;
        }
        hash = (hash ^ rest) * MIX;
        return (int) (hash ^ hash >>> 32);
    }

    @Override
    boolean same(int number, int row) {
        if (column.isNull(row)) {
            return nullKeys.get(number);
        }
        int from = column.starts()[row];
        int length = column.starts()[row + 1] - from;
        int start = starts[number];
        if (starts[number + 1] - start != length || nullKeys.get(number)) {
            return false;
        }
        if (length < Long.BYTES) {
            for (int i = 0; i < length; i++) {
                if (keys[start + i] != column.bytes()[from + i]) {
                    return false;
                }
            }
            return true;
        }
        return Arrays.equals(keys, start, start + length, column.bytes(), from, from + length);
    }

    @Override
    void append(int row) {
        int start = starts[count];
        int length = 0;
        if (column.isNull(row)) {
            nullKeys.set(count);
        } else {
            int from = column.starts()[row];
            length = column.starts()[row + 1] - from;
            if (length > keys.length - start) {
                keys = Arrays.copyOf(keys, Math.max(Math.addExact(start, length), keys.length * 2));
            }
            System.arraycopy(column.bytes(), from, keys, start, length);
        }
        if (++count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count] = start + length;
    }

    @Override
    Vector values(int from, int to) {
        long[] nulls = null;
        for (int number = nullKeys.nextSetBit(from);
                number >= 0 && number < to;
                number = nullKeys.nextSetBit(number + 1)) {
            nulls = nulls == null ? new long[Nulls.words(to - from)] : nulls;
            Nulls.set(nulls, number - from);
        }
        return new BytesVector(form, keys, Arrays.copyOfRange(starts, from, to + 1), nulls, to - from);
    }

    @Override
    long bytes() {
        return keys.length + (long) starts.length * Integer.BYTES;
    }
}
