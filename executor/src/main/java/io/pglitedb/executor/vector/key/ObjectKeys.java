package io.pglitedb.executor.vector.key;

import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;

/// Keys that their type, or an operator, compares.
final class ObjectKeys extends KeyColumn {
    private static final int OBJECT_BYTES = 64;

    private final ValueEquality equality;
    private final VectorForm form;
    private Object[] keys = new Object[64];
    private int count;

    private Object[] values = {};

    ObjectKeys(ValueEquality equality, VectorForm form) {
        this.equality = equality;
        this.form = form;
    }

    @Override
    KeyColumn reader() {
        ObjectKeys reader = new ObjectKeys(equality, form);
        reader.keys = keys;
        reader.count = count;
        return reader;
    }

    @Override
    void bind(Vector column, Selection rows) {
        if (values.length < column.length()) {
            values = new Object[column.length()];
        }
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            values[row] = column.get(row);
        }
    }

    @Override
    void hash(Selection rows, int[] hashes) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            hashes[row] = hashes[row] * 31 + (values[row] == null ? 0 : equality.hash(values[row]));
        }
    }

    @Override
    boolean same(int number, int row) {
        Object key = keys[number];
        Object value = values[row];
        return key == null || value == null ? key == value : equality.equal(key, value);
    }

    @Override
    void append(int row) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
        }
        keys[count++] = values[row];
    }

    @Override
    Vector values(int from, int to) {
        VectorBuilder builder = VectorBuilder.of(form, to - from);
        for (int number = from; number < to; number++) {
            builder.append(keys[number]);
        }
        return builder.build();
    }

    @Override
    long bytes() {
        return (long) keys.length * OBJECT_BYTES;
    }
}
