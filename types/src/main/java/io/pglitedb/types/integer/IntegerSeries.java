package io.pglitedb.types.integer;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// generate_series over int4 and int8, and window frames in units of integers (`in_range`).
public final class IntegerSeries {
    private IntegerSeries() {}

    @Prosrc("generate_series_int4")
    public static Iterator<Object> generateInt4(int first, int last) {
        return new Series(first, last, 1, true);
    }

    @Prosrc("generate_series_step_int4")
    public static Iterator<Object> generateInt4(int first, int last, int step) {
        return new Series(first, last, checked(step), true);
    }

    @Prosrc("generate_series_int8")
    public static Iterator<Object> generateInt8(long first, long last) {
        return new Series(first, last, 1, false);
    }

    @Prosrc("generate_series_step_int8")
    public static Iterator<Object> generateInt8(long first, long last, long step) {
        return new Series(first, last, checked(step), false);
    }

    private static long checked(long step) {
        if (step == 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "step size cannot equal zero");
        }
        return step;
    }

    private static final class Series implements Iterator<Object> {
        private final long last;
        private final long step;
        private final boolean int4;
        private long next;
        private boolean more;

        Series(long first, long last, long step, boolean int4) {
            this.next = first;
            this.last = last;
            this.step = step;
            this.int4 = int4;
            this.more = inside(first);
        }

        private boolean inside(long value) {
            return step > 0 ? value <= last : value >= last;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Object next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            long current = next;
            next = current + step;
            boolean overflow = ((current ^ next) & (step ^ next)) < 0;
            more = !overflow && inside(next);
            return int4 ? (Object) (int) current : (Object) current;
        }
    }

    @Prosrc("in_range_int8_int8")
    public static boolean inRange(long value, long base, long offset, boolean subtract, boolean less) {
        if (offset < 0) {
            throw new PgException(
                    SqlState.INVALID_PRECEDING_OR_FOLLOWING_SIZE,
                    "invalid preceding or following size in window function");
        }
        long bound = subtract ? base - offset : base + offset;
        boolean overflow = subtract ? bound > base : bound < base;
        if (overflow) {
            return subtract != less; // the bound lies beyond every value on its side
        }
        return less ? value <= bound : value >= bound;
    }

    @Prosrc("in_range_int4_int8")
    public static boolean inRangeInt4Int8(int value, int base, long offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }

    @Prosrc("in_range_int4_int4")
    public static boolean inRangeInt4Int4(int value, int base, int offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }

    @Prosrc("in_range_int4_int2")
    public static boolean inRangeInt4Int2(int value, int base, short offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }

    @Prosrc("in_range_int2_int8")
    public static boolean inRangeInt2Int8(short value, short base, long offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }

    @Prosrc("in_range_int2_int4")
    public static boolean inRangeInt2Int4(short value, short base, int offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }

    @Prosrc("in_range_int2_int2")
    public static boolean inRangeInt2Int2(short value, short base, short offset, boolean subtract, boolean less) {
        return inRange(value, base, offset, subtract, less);
    }
}
