package io.pglitedb.types.vector;

import java.util.Arrays;

public final class ObjectBuilder extends VectorBuilder {
    private Object[] values;

    ObjectBuilder(VectorForm form, int capacity) {
        super(form);
        values = new Object[capacity];
    }

    @Override
    void put(Object value) {
        if (length == values.length) {
            values = Arrays.copyOf(values, Math.max(16, length * 2));
        }
        values[length++] = value;
    }

    @Override
    void putNull() {
        put(null);
    }

    @Override
    Vector build(long[] nulls) {
        Object[] full = values;
        values = new Object[full.length];
        return new ObjectVector(form, full, nulls, length);
    }
}
