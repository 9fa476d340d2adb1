package io.pglitedb.executor.vector.sort;

import io.pglitedb.executor.row.key.Operators;
import io.pglitedb.executor.row.key.ValueOrder;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.DoubleVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;
import java.util.List;

/// One key of an ORDER BY: its column's values as codes. Where codes of two rows differ, the rows are in the
/// codes' order (signed); NULLs, `DESC` and `NULLS FIRST` are in the codes. Where they are the same, `decides`
/// tells whether the values are, too.
final class KeyOrder {
    /// Codes of NULLs; values may have them as well.
    static final long FIRST = Long.MIN_VALUE;
    static final long LAST = Long.MAX_VALUE;
    private static final int PREFIX = Long.BYTES;
    /// Up to here a long is exactly a double.
    private static final long EXACT_MAX = 1L << 53;
    /// Up to here so is a power of ten.
    private static final int EXACT_SCALE_MAX = 22;

    private final int slot;
    private final VectorForm form;
    private final ValueOrder order;
    private final boolean descending;
    private final long nullCode;

    KeyOrder(SortKey key, List<PlanColumn> columns, VectorForm form, Operators operators) {
        this.slot = key.slot();
        this.form = form;
        this.order = operators.order(
                key.operator(), key.collation(), columns.get(slot).type());
        this.descending = key.descending();
        this.nullCode = key.nullsFirst() ? FIRST : LAST;
    }

    int slot() {
        return slot;
    }

    /// Whether rows of the same code are equal in the key.
    boolean decides(long code) {
        if (code == FIRST || code == LAST) {
            return false;
        }
        return switch (order.natural()) {
            case NUMBERS -> form != VectorForm.NUMERIC;
            // No text has a byte 0, so it ended before the code did.
            case BYTES, UNPADDED_BYTES -> form == VectorForm.UTF8 && ((descending ? ~code : code) & 0xff) == 0;
            case NONE -> false;
        };
    }

    /// @param codes gets the code of each row selected, at `offset + row`
    void codes(Vector column, Selection rows, long[] codes, int offset) {
        boolean done = switch (order.natural()) {
            case NUMBERS -> numberCodes(column, rows, codes, offset);
            case BYTES, UNPADDED_BYTES -> textCodes(column, rows, codes, offset);
            case NONE -> false;
        };
        if (!done) {
            for (int index = 0; index < rows.count(); index++) {
                int row = rows.row(index);
                Object value = column.get(row);
                codes[offset + row] = value == null ? nullCode : directed(code(value));
            }
            return;
        }
        long[] nulls = column.nulls();
        if (nulls != null) {
            for (int index = 0; index < rows.count(); index++) {
                int row = rows.row(index);
                if (Nulls.isNull(nulls, row)) {
                    codes[offset + row] = nullCode;
                }
            }
        }
    }

    private long directed(long code) {
        return descending ? ~code : code;
    }

    private boolean numberCodes(Vector column, Selection rows, long[] codes, int offset) {
        long flip = descending ? -1 : 0;
        switch (column) {
            case IntVector(VectorForm _, int[] values, long[] _, int _) -> {
                for (int index = 0; index < rows.count(); index++) {
                    int row = rows.row(index);
                    codes[offset + row] = values[row] ^ flip;
                }
            }
            case LongVector(long[] values, long[] _, int _) -> {
                for (int index = 0; index < rows.count(); index++) {
                    int row = rows.row(index);
                    codes[offset + row] = values[row] ^ flip;
                }
            }
            case DoubleVector(VectorForm _, double[] values, long[] _, int _) -> {
                for (int index = 0; index < rows.count(); index++) {
                    int row = rows.row(index);
                    codes[offset + row] = code(values[row]) ^ flip;
                }
            }
            case DecimalVector decimals -> {
                for (int index = 0; index < rows.count(); index++) {
                    int row = rows.row(index);
                    codes[offset + row] = code(decimals, row) ^ flip;
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The codes of numerics that all have one scale: their unscaled values, which decide.
    void unscaledCodes(DecimalVector column, long[] codes, int offset) {
        long flip = descending ? -1 : 0;
        for (int row = 0; row < column.length(); row++) {
            codes[offset + row] = column.isNull(row) ? nullCode : column.unscaled()[row] ^ flip;
        }
    }

    /// NaN last, -0 as 0.
    private static long code(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    /// Of the nearest double: rounding keeps the order.
    private long code(DecimalVector decimals, int row) {
        long unscaled = decimals.unscaled()[row];
        if (Math.abs(unscaled) <= EXACT_MAX && decimals.scale() <= EXACT_SCALE_MAX && unscaled != Long.MIN_VALUE) {
            return code(unscaled / POWERS[decimals.scale()]);
        }
        return decimals.isNull(row) ? 0 : code(decimals.get(row));
    }

    private static final double[] POWERS = powers();

    private static double[] powers() {
        double[] powers = new double[EXACT_SCALE_MAX + 1];
        for (int scale = 0; scale < powers.length; scale++) {
            powers[scale] = Double.parseDouble("1e" + scale);
        }
        return powers;
    }

    private long code(Object value) {
        return switch (value) {
            case Object _ when order.natural() == ValueOrder.Natural.NONE -> 0;
            case Boolean bool -> bool ? 1 : 0;
            case Double _, Float _ -> code(((Number) value).doubleValue());
            case Number number -> number.longValue();
            case Numeric numeric when numeric.isNaN() -> code(Double.NaN);
            case Numeric numeric when numeric.isInfinite() -> code(numeric.signum() * Double.POSITIVE_INFINITY);
            case Numeric numeric -> code(numeric.decimal().doubleValue());
            case Utf8 text -> prefix(text.array(), text.offset(), end(text.array(), text.offset(), text.length()));
            case Bytes binary -> prefix(binary.array(), 0, binary.length());
            default -> throw new IllegalStateException("no natural order: " + value.getClass());
        };
    }

    private boolean textCodes(Vector column, Selection rows, long[] codes, int offset) {
        int[] entries = column instanceof DictionaryVector dictionary ? dictionary.codes() : null;
        Vector values = column instanceof DictionaryVector dictionary ? dictionary.dictionary() : column;
        if (!(values instanceof BytesVector texts)) {
            return false;
        }
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int entry = entries == null ? row : entries[row];
            codes[offset + row] = directed(prefix(texts.bytes(), texts.starts()[entry], end(texts, entry)));
        }
        return true;
    }

    /// The first bytes as an unsigned number, made signed.
    private static long prefix(byte[] bytes, int start, int end) {
        int count = Math.min(end - start, PREFIX);
        long prefix = 0;
        for (int at = start; at < start + count; at++) {
            prefix = prefix << Byte.SIZE | bytes[at] & 0xff;
        }
        return (count == 0 ? 0 : prefix << (PREFIX - count) * Byte.SIZE) ^ Long.MIN_VALUE;
    }

    private int end(BytesVector texts, int row) {
        int start = texts.starts()[row];
        return end(texts.bytes(), start, texts.starts()[row + 1] - start);
    }

    private int end(byte[] bytes, int start, int length) {
        int end = start + length;
        if (order.natural() == ValueOrder.Natural.UNPADDED_BYTES) {
            while (end > start && bytes[end - 1] == ' ') {
                end--;
            }
        }
        return end;
    }

    /// The order of two values, NULLs too.
    int compare(Vector left, int leftRow, Vector right, int rightRow) {
        boolean leftNull = left.isNull(leftRow);
        if (leftNull || right.isNull(rightRow)) {
            return leftNull == right.isNull(rightRow) ? 0 : leftNull == (nullCode == FIRST) ? -1 : 1;
        }
        int compared;
        if (order.natural() != ValueOrder.Natural.NONE
                && left instanceof BytesVector leftTexts
                && right instanceof BytesVector rightTexts) {
            compared = Arrays.compareUnsigned(
                    leftTexts.bytes(),
                    leftTexts.starts()[leftRow],
                    end(leftTexts, leftRow),
                    rightTexts.bytes(),
                    rightTexts.starts()[rightRow],
                    end(rightTexts, rightRow));
        } else {
            compared = order.compare(left.get(leftRow), right.get(rightRow));
        }
        return descending ? -Integer.signum(compared) : compared;
    }
}
