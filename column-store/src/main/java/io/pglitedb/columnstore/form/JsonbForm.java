package io.pglitedb.columnstore.form;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.json.JsonbTrees;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.LogicalType;

/// jsonb as the text that it prints, which reads back as the same tree.
public record JsonbForm() implements BinaryForm {
    @Override
    public Physical physical() {
        return Physical.BINARY;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.JSON(new JsonType());
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
        return false;
    }

    @Override
    public void put(Object carrier, ByteWriter out) {
        JsonbTrees.print((Jsonb) carrier, out);
    }

    @Override
    public Vector vector(byte[] bytes, int[] starts, long[] nulls, int length) {
        Object[] values = new Object[length];
        for (int row = 0; row < length; row++) {
            if (!Nulls.isNull(nulls, row)) {
                values[row] = JsonbTrees.parse(new Utf8(bytes, starts[row], starts[row + 1] - starts[row]));
            }
        }
        return new ObjectVector(VectorForm.OBJECT, values, nulls, length);
    }
}
