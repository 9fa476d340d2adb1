package io.pglitedb.types.vector;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// How the values of a type lie in a vector. The carrier decides, so that all types of one carrier share kernels.
public enum VectorForm {
    BOOLEAN(Layout.INTS, Boolean.class),
    BYTE(Layout.INTS, Byte.class),
    SHORT(Layout.INTS, Short.class),
    INTEGER(Layout.INTS, Integer.class),
    LONG(Layout.LONGS, Long.class),
    /// A float is exact as a double.
    FLOAT(Layout.DOUBLES, Float.class),
    DOUBLE(Layout.DOUBLES, Double.class),
    UTF8(Layout.BYTES, Utf8.class),
    BYTES(Layout.BYTES, Bytes.class),
    NUMERIC(Layout.DECIMALS, Numeric.class),
    OBJECT(Layout.OBJECTS, Object.class);

    /// The class of arrays behind a vector that is neither a dictionary nor a constant.
    public enum Layout {
        INTS,
        LONGS,
        DOUBLES,
        BYTES,
        DECIMALS,
        OBJECTS
    }

    private final Layout layout;
    private final Class<?> carrier;

    VectorForm(Layout layout, Class<?> carrier) {
        this.layout = layout;
        this.carrier = carrier;
    }

    public static VectorForm of(ValueType type) {
        return of(type.carrier());
    }

    /// @param carrier boxed
    public static VectorForm of(Class<?> carrier) {
        for (VectorForm form : values()) {
            if (form.carrier == carrier) {
                return form;
            }
        }
        return OBJECT;
    }

    public Layout layout() {
        return layout;
    }

    /// Boxed class of a value; Object for OBJECT.
    public Class<?> carrier() {
        return carrier;
    }

    Object box(int value) {
        return switch (this) {
            case BOOLEAN -> value != 0;
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case INTEGER -> value;
            default -> throw unfit();
        };
    }

    Object box(double value) {
        return switch (this) {
            case FLOAT -> (float) value;
            case DOUBLE -> value;
            default -> throw unfit();
        };
    }

    Object box(byte[] bytes, int from, int to) {
        return switch (this) {
            case UTF8 -> new Utf8(bytes, from, to - from);
            case BYTES -> new Bytes(Arrays.copyOfRange(bytes, from, to));
            default -> throw unfit();
        };
    }

    int unboxInt(Object value) {
        return switch (value) {
            case Boolean bool -> bool ? 1 : 0;
            case Number number -> number.intValue();
            default -> throw unfit();
        };
    }

    private IllegalStateException unfit() {
        return new IllegalStateException("another layout: " + this);
    }
}
