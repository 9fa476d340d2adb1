package io.pglitedb.columnstore.form;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.vector.Vector;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.UUIDType;

/// uuid: its 16 bytes, which are both its stored form and Parquet's.
public record UuidForm(ValueType type) implements BinaryForm {
    public UuidForm {
        if (type.storedSize() != Physical.FIXED16.bytes()) {
            throw new IllegalArgumentException("uuids of %d bytes".formatted(type.storedSize()));
        }
    }

    @Override
    public Physical physical() {
        return Physical.FIXED16;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.UUID(new UUIDType());
    }

    @Override
    public boolean fits(Object carrier) {
        return true;
    }

    @Override
    public Order order() {
        return Order.BYTES;
    }

    @Override
    public boolean sqlOrder() {
        return true;
    }

    @Override
    public void put(Object carrier, ByteWriter out) {
        type.store(carrier, out);
    }

    @Override
    public Vector vector(byte[] bytes, int[] starts, long[] nulls, int length) {
        return StoredForm.load(type, bytes, starts, nulls, length);
    }
}
