package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;
import java.util.BitSet;

/// Keys whose values are integers up to 64 bits, whichever type they have.
final class IntegerKeys extends KeyColumn {
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final VectorForm form;
    private long[] keys = new long[64];
    private final BitSet nullKeys;
    private int count;

    private long[] values;
    private long[] nulls;

    IntegerKeys(VectorForm form) {
        this(form, new BitSet());
    }

    private IntegerKeys(VectorForm form, BitSet nullKeys) {
        this.form = form;
        this.nullKeys = nullKeys;
    }

    @Override
    KeyColumn reader() {
        IntegerKeys reader = new IntegerKeys(form, nullKeys);
        reader.keys = keys;
        reader.count = count;
        return reader;
    }

    @Override
    void bind(Vector column, Selection rows) {
        nulls = column.nulls();
        if (column instanceof LongVector longs) {
            values = longs.values();
            return;
        }
        values = new long[column.length()];
        if (column instanceof IntVector ints) {
            for (int row = 0; row < values.length; row++) {
                values[row] = ints.values()[row];
            }
        } else {
            for (int index = 0; index < rows.count(); index++) {
                int row = rows.row(index);
                values[row] = longOf(column.get(row));
            }
        }
    }

    private static long longOf(Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean bool -> bool ? 1 : 0;
            default -> ((Number) value).longValue();
        };
    }

    @Override
    void hash(Selection rows, int[] hashes) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            hashes[row] = hashes[row] * 31 + hash(row);
        }
    }

    /// Of the value of a row.
    int hash(int row) {
        return Nulls.isNull(nulls, row) ? 0 : hash(values[row]);
    }

    /// Of the key of that number.
    int hashOfKey(int number) {
        return nullKeys.get(number) ? 0 : hash(keys[number]);
    }

    boolean isNullKey(int number) {
        return nullKeys.get(number);
    }

    /// Of a number that is not a NULL's.
    long key(int number) {
        return keys[number];
    }

    private static int hash(long value) {
        long mixed = (value + 1) * MIX;
        return (int) (mixed ^ mixed >>> 32);
    }

    /// The column that `bind` was given: values of rows that are not NULL.
    long[] values() {
        return values;
    }

    /// Java null when no row is NULL.
    long[] nulls() {
        return nulls;
    }

    int size() {
        return count;
    }

    @Override
    boolean same(int number, int row) {
        return Nulls.isNull(nulls, row) ? nullKeys.get(number) : keys[number] == values[row] && !nullKeys.get(number);
    }

    @Override
    void append(int row) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        if (Nulls.isNull(nulls, row)) {
            nullKeys.set(count);
            keys[count++] = 0;
        } else {
            keys[count++] = values[row];
        }
    }

    @Override
    Vector values(int from, int to) {
        long[] found = null;
        for (int number = nullKeys.nextSetBit(from);
                number >= 0 && number < to;
                number = nullKeys.nextSetBit(number + 1)) {
            found = found == null ? new long[Nulls.words(to - from)] : found;
            Nulls.set(found, number - from);
        }
        if (form == VectorForm.LONG) {
            return new LongVector(Arrays.copyOfRange(keys, from, to), found, to - from);
        }
        int[] narrow = new int[to - from];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (int) keys[from + i];
        }
        return new IntVector(form, narrow, found, narrow.length);
    }

    @Override
    long bytes() {
        return (long) keys.length * Long.BYTES;
    }
}
