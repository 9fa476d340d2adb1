package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Puts the values of one column together of parts for different rows.
final class Pieces {
    private record Piece(Vector values, Selection rows) {}

    private final VectorForm form;
    private final int length;
    private final List<Piece> pieces = new ArrayList<>();

    Pieces(VectorForm form, int length) {
        this.form = form;
        this.length = length;
    }

    /// @param rows that no other piece has
    void add(Vector values, Selection rows) {
        if (!rows.isEmpty()) {
            pieces.add(new Piece(values, rows));
        }
    }

    /// NULL in rows of no piece.
    Vector merge() {
        if (pieces.isEmpty()) {
            return new ConstantVector(form, null, length);
        }
        Vector first = pieces.getFirst().values;
        if (pieces.size() == 1) {
            return first;
        }
        return switch (form.layout()) {
            case INTS -> all(IntVector.class) ? ints() : boxed();
            case LONGS -> all(LongVector.class) ? longs() : boxed();
            case DOUBLES -> all(DoubleVector.class) ? doubles() : boxed();
            case DECIMALS -> {
                int scale = commonScale();
                yield scale < 0 ? boxed() : decimals(scale);
            }
            case BYTES, OBJECTS -> boxed();
        };
    }

    private boolean all(Class<? extends Vector> type) {
        return pieces.stream()
                .allMatch(piece -> type.isInstance(piece.values) || piece.values instanceof ConstantVector);
    }

    /// -1 when the pieces are not decimals of one display scale.
    private int commonScale() {
        int common = -1;
        for (Piece piece : pieces) {
            int scale = scale(piece.values);
            if (scale == -1 || common >= 0 && scale >= 0 && scale != common) {
                return -1;
            }
            common = Math.max(common, scale);
        }
        return common;
    }

    /// -1 for what is no decimal, -2 for any.
    private static int scale(Vector vector) {
        return switch (vector) {
            case DecimalVector decimals -> decimals.scale();
            case ConstantVector constant when constant.value() == null -> -2;
            case ConstantVector constant
            when fits((Numeric) constant.value()) -> ((Numeric) constant.value()).displayScale();
            default -> -1;
        };
    }

    private static boolean fits(Numeric value) {
        return value.isFinite() && value.decimal().unscaledValue().bitLength() < Long.SIZE;
    }

    private static long longOf(Object value) {
        return switch (value) {
            case null -> 0;
            case Numeric numeric -> numeric.decimal().unscaledValue().longValue();
            case Boolean bool -> bool ? 1 : 0;
            default -> ((Number) value).longValue();
        };
    }

    private Vector ints() {
        int[] merged = new int[length];
        for (Piece piece : pieces) {
            int[] values = piece.values instanceof IntVector ints ? ints.values() : null;
            int constant = values == null ? (int) longOf(piece.values.get(0)) : 0;
            for (int index = 0; index < piece.rows.count(); index++) {
                int row = piece.rows.row(index);
                merged[row] = values == null ? constant : values[row];
            }
        }
        return new IntVector(form, merged, nulls(), length);
    }

    private long[] longValues() {
        long[] merged = new long[length];
        for (Piece piece : pieces) {
            long[] values = switch (piece.values) {
                case LongVector longs -> longs.values();
                case DecimalVector decimals -> decimals.unscaled();
                default -> null;
            };
            long constant = values == null ? longOf(piece.values.get(0)) : 0;
            for (int index = 0; index < piece.rows.count(); index++) {
                int row = piece.rows.row(index);
                merged[row] = values == null ? constant : values[row];
            }
        }
        return merged;
    }

    private Vector longs() {
        return new LongVector(longValues(), nulls(), length);
    }

    private Vector decimals(int scale) {
        return new DecimalVector(longValues(), scale, nulls(), length);
    }

    private Vector doubles() {
        double[] merged = new double[length];
        for (Piece piece : pieces) {
            double[] values = piece.values instanceof DoubleVector doubles ? doubles.values() : null;
            double constant = values == null && piece.values.get(0) instanceof Number number ? number.doubleValue() : 0;
            for (int index = 0; index < piece.rows.count(); index++) {
                int row = piece.rows.row(index);
                merged[row] = values == null ? constant : values[row];
            }
        }
        return new DoubleVector(form, merged, nulls(), length);
    }

    private long[] nulls() {
        long[] nulls = null;
        for (Piece piece : pieces) {
            Selection missing = piece.rows.only(piece.values.nulls());
            if (!missing.isEmpty() && nulls == null) {
                nulls = new long[Nulls.words(length)];
            }
            for (int index = 0; index < missing.count(); index++) {
                Nulls.set(nulls, missing.row(index));
            }
        }
        return nulls;
    }

    private Vector boxed() {
        Object[] values = new Object[length];
        for (Piece piece : pieces) {
            for (int index = 0; index < piece.rows.count(); index++) {
                int row = piece.rows.row(index);
                values[row] = piece.values.get(row);
            }
        }
        VectorBuilder builder = VectorBuilder.of(form, length);
        for (Object value : values) {
            builder.append(value);
        }
        return builder.build();
    }
}
