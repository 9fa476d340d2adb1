package io.pglitedb.types.vector;

import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.util.Arrays;

/// Collects numerics as unscaled longs for as long as they have the first one's scale and fit; then as objects.
public final class DecimalBuilder extends VectorBuilder {
    private static final int UNKNOWN = -1;

    private long[] unscaled;
    private int scale = UNKNOWN;
    /// Null while the longs do.
    private Object[] objects;

    DecimalBuilder(int capacity) {
        super(VectorForm.NUMERIC);
        unscaled = new long[capacity];
    }

    /// @param valueScale digits shown after the point
    public void appendDecimal(long value, int valueScale) {
        if (scale != valueScale || objects != null) {
            if (scale != UNKNOWN || objects != null) {
                putObject(Numeric.of(BigDecimal.valueOf(value, valueScale)));
                return;
            }
            scale = valueScale;
        }
        putLong(value);
    }

    private void putLong(long value) {
        if (length == unscaled.length) {
            unscaled = Arrays.copyOf(unscaled, Math.max(16, length * 2));
        }
        unscaled[length++] = value;
    }

    @Override
    public void appendAll(Vector vector, Selection selection) {
        if (!(vector instanceof DecimalVector(long[] source, int sourceScale, long[] _, int _))) {
            super.appendAll(vector, selection);
            return;
        }
        for (int index = 0; index < selection.count(); index++) {
            int row = selection.row(index);
            if (vector.isNull(row)) {
                appendNull();
            } else {
                appendDecimal(source[row], sourceScale);
            }
        }
    }

    @Override
    void put(Object value) {
        Numeric numeric = (Numeric) value;
        if (numeric.isFinite() && numeric.decimal().unscaledValue().bitLength() < Long.SIZE) {
            appendDecimal(numeric.decimal().unscaledValue().longValue(), numeric.displayScale());
        } else {
            putObject(numeric);
        }
    }

    @Override
    void putNull() {
        if (objects == null) {
            putLong(0);
        } else {
            putObject(null);
        }
    }

    private void putObject(Numeric value) {
        if (objects == null) {
            objects = new Object[Math.max(unscaled.length, 16)];
            for (int row = 0; row < length; row++) {
                objects[row] = isNull(row) ? null : Numeric.of(BigDecimal.valueOf(unscaled[row], scale));
            }
        } else if (length == objects.length) {
            objects = Arrays.copyOf(objects, length * 2);
        }
        objects[length++] = value;
    }

    @Override
    Vector build(long[] nulls) {
        Vector built;
        if (objects != null) {
            built = new ObjectVector(VectorForm.NUMERIC, objects, nulls, length);
            objects = null;
        } else {
            built = new DecimalVector(unscaled, Math.max(scale, 0), nulls, length);
            unscaled = new long[unscaled.length];
        }
        scale = UNKNOWN;
        return built;
    }
}
