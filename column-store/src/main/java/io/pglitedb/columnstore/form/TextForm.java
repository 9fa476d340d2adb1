package io.pglitedb.columnstore.form;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import org.apache.parquet.format.LogicalType;

/// Character types and bytea: the bytes themselves.
///
/// @param sqlOrder false where equal values may differ in bytes (character(n)) or have no order (json)
public record TextForm(VectorForm vectorForm, LogicalType logicalType, boolean sqlOrder) implements BinaryForm {
    @Override
    public Physical physical() {
        return Physical.BINARY;
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
    public void put(Object carrier, ByteWriter out) {
        switch (carrier) {
            case Utf8 text -> out.putBytes(text.array(), text.offset(), text.length());
            case Bytes binary -> out.putBytes(binary.array());
            default -> throw new IllegalArgumentException("no bytes: " + carrier.getClass());
        }
    }

    @Override
    public Vector vector(byte[] bytes, int[] starts, long[] nulls, int length) {
        return new BytesVector(vectorForm, bytes, starts, nulls, length);
    }
}
