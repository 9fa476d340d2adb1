package io.pglitedb.executor.vector.join;

import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.ObjectVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;

/// Columns of other rows: slot p of the result has the value of row `sources[p]`, NULL where that is `NO_ROW`.
///
/// @param places slots that are wanted
/// @param length of the results
record Gather(int[] sources, Selection places, int length, boolean hasMissing) {
    static final int NO_ROW = -1;

    static Gather of(int[] sources, Selection places, int length) {
        boolean missing = false;
        for (int index = 0; index < places.count(); index++) {
            missing |= sources[places.row(index)] == NO_ROW;
        }
        return new Gather(sources, places, length, missing);
    }

    Vector gather(Vector column) {
        if (column.length() == 0) {
            return new ConstantVector(column.form(), null, length);
        }
        return switch (column) {
            case IntVector(VectorForm form, int[] values, long[] nulls, int _) -> {
                int[] gathered = new int[length];
                for (int index = 0; index < places.count(); index++) {
                    int place = places.row(index);
                    gathered[place] = values[Math.max(sources[place], 0)];
                }
                yield new IntVector(form, gathered, nulls(nulls), length);
            }
            case LongVector(long[] values, long[] nulls, int _) -> new LongVector(longs(values), nulls(nulls), length);
            case DecimalVector(long[] unscaled, int scale, long[] nulls, int _) ->
                new DecimalVector(longs(unscaled), scale, nulls(nulls), length);
            case DoubleVector(VectorForm form, double[] values, long[] nulls, int _) -> {
                double[] gathered = new double[length];
                for (int index = 0; index < places.count(); index++) {
                    int place = places.row(index);
                    gathered[place] = values[Math.max(sources[place], 0)];
                }
                yield new DoubleVector(form, gathered, nulls(nulls), length);
            }
            // Texts stay where they are.
            case BytesVector texts -> new DictionaryVector(codes(null), entries(texts), nulls(texts.nulls()), length);
            case DictionaryVector(int[] codes, Vector dictionary, long[] nulls, int _) ->
                new DictionaryVector(codes(codes), dictionary, nulls(nulls), length);
            case ConstantVector constant
            when !hasMissing -> new ConstantVector(constant.form(), constant.value(), length);
            case ConstantVector _, ObjectVector _ -> objects(column);
        };
    }

    private static BytesVector entries(BytesVector texts) {
        return texts.nulls() == null
                ? texts
                : new BytesVector(texts.form(), texts.bytes(), texts.starts(), null, texts.length());
    }

    private long[] longs(long[] values) {
        long[] gathered = new long[length];
        for (int index = 0; index < places.count(); index++) {
            int place = places.row(index);
            gathered[place] = values[Math.max(sources[place], 0)];
        }
        return gathered;
    }

    /// @param of the source's rows; null for the rows themselves
    private int[] codes(int[] of) {
        int[] gathered = new int[length];
        for (int index = 0; index < places.count(); index++) {
            int place = places.row(index);
            int source = Math.max(sources[place], 0);
            gathered[place] = of == null ? source : of[source];
        }
        return gathered;
    }

    private Vector objects(Vector column) {
        Object[] gathered = new Object[length];
        for (int index = 0; index < places.count(); index++) {
            int place = places.row(index);
            gathered[place] = sources[place] == NO_ROW ? null : column.get(sources[place]);
        }
        return new ObjectVector(column.form(), gathered, nulls(column.nulls()), length);
    }

    private long[] nulls(long[] nulls) {
        if (nulls == null && !hasMissing) {
            return null;
        }
        long[] gathered = new long[Nulls.words(length)];
        for (int index = 0; index < places.count(); index++) {
            int place = places.row(index);
            if (sources[place] == NO_ROW || Nulls.isNull(nulls, sources[place])) {
                Nulls.set(gathered, place);
            }
        }
        return gathered;
    }
}
