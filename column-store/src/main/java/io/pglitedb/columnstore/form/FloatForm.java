package io.pglitedb.columnstore.form;

import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import org.apache.parquet.format.LogicalType;

/// float4 and float8, bit for bit.
public record FloatForm(VectorForm vectorForm) implements NumberForm {
    @Override
    public Physical physical() {
        return vectorForm == VectorForm.FLOAT ? Physical.FLOAT : Physical.DOUBLE;
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
        return Order.FLOATING;
    }

    @Override
    public boolean sqlOrder() {
        return true;
    }

    @Override
    public long number(Object carrier) {
        return carrier instanceof Float single
                ? Float.floatToRawIntBits(single)
                : Double.doubleToRawLongBits((Double) carrier);
    }

    @Override
    public Object carrier(long number) {
        return vectorForm == VectorForm.FLOAT
                ? (Object) Float.intBitsToFloat((int) number)
                : (Object) Double.longBitsToDouble(number);
    }

    public double value(long number) {
        return vectorForm == VectorForm.FLOAT ? Float.intBitsToFloat((int) number) : Double.longBitsToDouble(number);
    }

    @Override
    public Vector vector(int[] values, long[] nulls, int length) {
        double[] doubles = new double[length];
        for (int row = 0; row < length; row++) {
            doubles[row] = Float.intBitsToFloat(values[row]);
        }
        return new DoubleVector(vectorForm, doubles, nulls, length);
    }

    @Override
    public Vector vector(long[] values, long[] nulls, int length) {
        double[] doubles = new double[length];
        for (int row = 0; row < length; row++) {
            doubles[row] = Double.longBitsToDouble(values[row]);
        }
        return new DoubleVector(vectorForm, doubles, nulls, length);
    }
}
