package io.pglitedb.columnstore.form;

import org.apache.parquet.format.Type;

/// The types that pages are encoded by.
public enum Physical {
    BOOLEAN(Type.BOOLEAN, 0),
    INT32(Type.INT32, Integer.BYTES),
    INT64(Type.INT64, Long.BYTES),
    FLOAT(Type.FLOAT, Float.BYTES),
    DOUBLE(Type.DOUBLE, Double.BYTES),
    BINARY(Type.BYTE_ARRAY, 0),
    /// Byte strings of 16 bytes: the one length that files of ours have.
    FIXED16(Type.FIXED_LEN_BYTE_ARRAY, 16);

    private final Type type;
    private final int bytes;

    Physical(Type type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    public Type type() {
        return type;
    }

    /// Of a value in PLAIN encoding; 0 when that is not whole bytes or depends on the value.
    public int bytes() {
        return bytes;
    }
}
