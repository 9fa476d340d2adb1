package io.pglitedb.columnstore.form;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import org.apache.parquet.format.LogicalType;

/// What Parquet has no type for: the form that rows keep on disk, too. Other readers see bytes.
public record StoredForm(ValueType type) implements BinaryForm {
    @Override
    public Physical physical() {
        return Physical.BINARY;
    }

    @Override
    public LogicalType logicalType() {
        return null;
    }

    @Override
    public boolean fits(Object carrier) {
        return true;
    }

    @Override
    public Order order() {
        return Order.NONE;
    }

    @Override
    public boolean sqlOrder() {
        return false;
    }

    @Override
    public void put(Object carrier, ByteWriter out) {
        type.store(carrier, out);
    }

    @Override
    public Vector vector(byte[] bytes, int[] starts, long[] nulls, int length) {
        return load(type, bytes, starts, nulls, length);
    }

    static Vector load(ValueType type, byte[] bytes, int[] starts, long[] nulls, int length) {
        VectorBuilder values = VectorBuilder.of(VectorForm.of(type), length);
        ByteReader reader = new ByteReader(bytes);
        for (int row = 0; row < length; row++) {
            if (Nulls.isNull(nulls, row)) {
                values.appendNull();
            } else {
                type.load(reader.wrap(bytes, starts[row], starts[row + 1] - starts[row]), values);
            }
        }
        return values.build();
    }
}
