package io.pglitedb.executor.vector.spill;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.expression.BaseTypes;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Batches of known types as bytes of temporary files.
/// ```
///   batch  = rows int32 | columns
///   column = 00 values one by one: each 00, or 01 length varint, ValueType.store
///          | 01 nulls, the arrays of its vector
///   nulls  = 00 | 01 Nulls.words(rows) int64
/// ```
public final class BatchCodec {
    private static final byte VALUES = 0;
    private static final byte ARRAYS = 1;

    private final List<ValueType> types = new ArrayList<>();
    private final List<VectorForm> forms = new ArrayList<>();
    private final ByteWriter out = new ByteWriter(1 << 16);
    private final ByteWriter item = new ByteWriter(64);

    public BatchCodec(List<PlanColumn> columns, BuildContext context) {
        for (PlanColumn column : columns) {
            ValueType type = context.session().type(BaseTypes.of(context.catalog(), column.type()));
            types.add(type);
            forms.add(VectorForm.of(type));
        }
    }

    public List<VectorForm> forms() {
        return forms;
    }

    /// The bytes are good until the next call.
    ///
    /// @param batch all of whose rows count
    ByteBuffer encode(Batch batch) {
        out.clear();
        out.putInt(batch.length());
        for (int column = 0; column < types.size(); column++) {
            Vector vector = batch.column(column);
            boolean asArrays = switch (vector) {
                case IntVector _, LongVector _, DoubleVector _, DecimalVector _, BytesVector _ -> true;
                default -> false;
            };
            out.putByte(asArrays ? ARRAYS : VALUES);
            if (asArrays) {
                putArrays(vector);
            } else {
                putValues(vector, types.get(column));
            }
        }
        return ByteBuffer.wrap(out.array(), 0, out.size());
    }

    private void putValues(Vector vector, ValueType type) {
        for (int row = 0; row < vector.length(); row++) {
            Object value = vector.get(row);
            if (value == null) {
                out.putByte(0);
                continue;
            }
            item.clear();
            type.store(value, item);
            out.putByte(1).putVarInt(item.size()).putBytes(item.array(), 0, item.size());
        }
    }

    private void putArrays(Vector vector) {
        int rows = vector.length();
        long[] nulls = vector.nulls();
        out.putByte(nulls == null ? 0 : 1);
        if (nulls != null) {
            putLongs(nulls, Nulls.words(rows));
        }
        switch (vector) {
            case IntVector ints -> putInts(ints.values(), rows);
            case LongVector longs -> putLongs(longs.values(), rows);
            case DoubleVector doubles -> {
                reserve(rows * Double.BYTES).asDoubleBuffer().put(doubles.values(), 0, rows);
            }
            case DecimalVector decimals -> {
                out.putInt(decimals.scale());
                putLongs(decimals.unscaled(), rows);
            }
            case BytesVector texts -> {
                int first = texts.starts()[0];
                int[] ends = new int[rows + 1];
                for (int row = 0; row <= rows; row++) {
                    ends[row] = texts.starts()[row] - first;
                }
                putInts(ends, rows + 1);
                out.putBytes(texts.bytes(), first, ends[rows]);
            }
            default -> throw new IllegalStateException("no arrays: " + vector.getClass());
        }
    }

    private void putInts(int[] values, int count) {
        reserve(count * Integer.BYTES).asIntBuffer().put(values, 0, count);
    }

    private void putLongs(long[] values, int count) {
        reserve(count * Long.BYTES).asLongBuffer().put(values, 0, count);
    }

    /// The next bytes of what is written, to be filled.
    private ByteBuffer reserve(int bytes) {
        int at = out.size();
        out.skip(bytes);
        return ByteBuffer.wrap(out.array(), at, bytes);
    }

    Batch decode(ByteBuffer in) {
        int rows = in.getInt();
        List<Vector> columns = new ArrayList<>(types.size());
        for (int column = 0; column < types.size(); column++) {
            columns.add(in.get() == ARRAYS ? arrays(in, forms.get(column), rows) : values(in, column, rows));
        }
        return Batch.of(columns, rows);
    }

    private Vector values(ByteBuffer in, int column, int rows) {
        VectorBuilder builder = VectorBuilder.of(forms.get(column), rows);
        ByteReader reader = new ByteReader(in.array(), in.position(), in.remaining());
        ByteReader value = new ByteReader(in.array(), 0, 0);
        for (int row = 0; row < rows; row++) {
            if (reader.getByte() == 0) {
                builder.appendNull();
            } else {
                int length = reader.getVarInt();
                builder.append(types.get(column).load(value.wrap(in.array(), reader.position(), length)));
                reader.skip(length);
            }
        }
        in.position(reader.position());
        return builder.build();
    }

    private static Vector arrays(ByteBuffer in, VectorForm form, int rows) {
        long[] nulls = in.get() == 0 ? null : longs(in, Nulls.words(rows));
        return switch (form.layout()) {
            case INTS -> new IntVector(form, ints(in, rows), nulls, rows);
            case LONGS -> new LongVector(longs(in, rows), nulls, rows);
            case DOUBLES -> {
                double[] values = new double[rows];
                in.asDoubleBuffer().get(values);
                in.position(in.position() + rows * Double.BYTES);
                yield new DoubleVector(form, values, nulls, rows);
            }
            case DECIMALS -> {
                int scale = in.getInt();
                yield new DecimalVector(longs(in, rows), scale, nulls, rows);
            }
            case BYTES -> {
                int[] starts = ints(in, rows + 1);
                byte[] bytes = new byte[starts[rows]];
                in.get(bytes);
                yield new BytesVector(form, bytes, starts, nulls, rows);
            }
            case OBJECTS -> throw new IllegalStateException("no arrays: " + form);
        };
    }

    private static int[] ints(ByteBuffer in, int count) {
        int[] values = new int[count];
        in.asIntBuffer().get(values);
        in.position(in.position() + count * Integer.BYTES);
        return values;
    }

    private static long[] longs(ByteBuffer in, int count) {
        long[] values = new long[count];
        in.asLongBuffer().get(values);
        in.position(in.position() + count * Long.BYTES);
        return values;
    }
}
