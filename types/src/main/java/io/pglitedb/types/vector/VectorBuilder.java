package io.pglitedb.types.vector;

import java.util.Arrays;

/// Collects values of one form, row after row, into a vector. One object makes one vector after another.
public abstract sealed class VectorBuilder
        permits IntBuilder, LongBuilder, DoubleBuilder, BytesBuilder, DecimalBuilder, ObjectBuilder {
    final VectorForm form;
    int length;
    private long[] nulls;

    VectorBuilder(VectorForm form) {
        this.form = form;
    }

    /// @param capacity rows expected; more may come
    public static VectorBuilder of(VectorForm form, int capacity) {
        return switch (form.layout()) {
            case INTS -> new IntBuilder(form, capacity);
            case LONGS -> new LongBuilder(capacity);
            case DOUBLES -> new DoubleBuilder(form, capacity);
            case BYTES -> new BytesBuilder(form, capacity);
            case DECIMALS -> new DecimalBuilder(capacity);
            case OBJECTS -> new ObjectBuilder(form, capacity);
        };
    }

    /// Appends a carrier, or NULL for null.
    public final void append(Object value) {
        if (value == null) {
            appendNull();
        } else {
            put(value);
        }
    }

    public final void appendNull() {
        int word = length >> 6;
        if (nulls == null) {
            nulls = new long[Math.max(Nulls.words(Vector.LENGTH_MAX), word + 1)];
        } else if (word >= nulls.length) {
            nulls = Arrays.copyOf(nulls, Math.max(word + 1, nulls.length * 2));
        }
        Nulls.set(nulls, length);
        putNull();
    }

    /// Appends a value that is not null.
    abstract void put(Object value);

    /// Appends a slot whose bit is set.
    abstract void putNull();

    final boolean isNull(int row) {
        return Nulls.isNull(row < length && nulls != null && row >> 6 < nulls.length ? nulls : null, row);
    }

    /// The values at those rows.
    public void appendAll(Vector vector, Selection selection) {
        for (int index = 0; index < selection.count(); index++) {
            append(vector.get(selection.row(index)));
        }
    }

    public final int length() {
        return length;
    }

    /// What was collected since the last time; the builder is empty then.
    public final Vector build() {
        if (nulls != null && nulls.length < Nulls.words(length)) {
            nulls = Arrays.copyOf(nulls, Nulls.words(length));
        }
        Vector built = build(nulls);
        length = 0;
        nulls = null;
        return built;
    }

    /// Gives its arrays away.
    abstract Vector build(long[] nullBits);
}
