package io.pglitedb.types.array;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;

/// =, <, @>, && and their like. Source: `arrayfuncs.c`.
public final class ArrayComparisonFunctions {
    private ArrayComparisonFunctions() {}

    private static ArrayValueType type(CallContext call, PgArray left, PgArray right) {
        if (left.elementType() != right.elementType()) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "cannot compare arrays of different element types");
        }
        return new ArrayValueType(0, call.session().type(left.elementType()));
    }

    @Prosrc("array_eq")
    public static boolean equal(CallContext call, PgArray left, PgArray right) {
        return type(call, left, right).equal(left, right);
    }

    @Prosrc("array_ne")
    public static boolean notEqual(CallContext call, PgArray left, PgArray right) {
        return !equal(call, left, right);
    }

    @Prosrc("btarraycmp")
    public static int compare(CallContext call, PgArray left, PgArray right) {
        return Integer.signum(type(call, left, right).compare(left, right));
    }

    @Prosrc("array_lt")
    public static boolean less(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) < 0;
    }

    @Prosrc("array_le")
    public static boolean lessOrEqual(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) <= 0;
    }

    @Prosrc("array_gt")
    public static boolean greater(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) > 0;
    }

    @Prosrc("array_ge")
    public static boolean greaterOrEqual(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) >= 0;
    }

    @Prosrc("array_larger")
    public static PgArray larger(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) > 0 ? left : right;
    }

    @Prosrc("array_smaller")
    public static PgArray smaller(CallContext call, PgArray left, PgArray right) {
        return compare(call, left, right) < 0 ? left : right;
    }

    @Prosrc("oidvectoreq")
    public static boolean oidvectorEqual(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) == 0;
    }

    @Prosrc("oidvectorne")
    public static boolean oidvectorNotEqual(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) != 0;
    }

    @Prosrc("oidvectorlt")
    public static boolean oidvectorLess(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) < 0;
    }

    @Prosrc("oidvectorle")
    public static boolean oidvectorLessOrEqual(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) <= 0;
    }

    @Prosrc("oidvectorgt")
    public static boolean oidvectorGreater(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) > 0;
    }

    @Prosrc("oidvectorge")
    public static boolean oidvectorGreaterOrEqual(PgArray left, PgArray right) {
        return oidvectorCompare(left, right) >= 0;
    }

    @Prosrc("btoidvectorcmp")
    public static int oidvectorCompare(PgArray left, PgArray right) {
        int count = left.elements().length;
        if (count != right.elements().length) {
            return Integer.compare(count, right.elements().length);
        }
        for (int i = 0; i < count; i++) {
            int order = Integer.compareUnsigned((Integer) left.elements()[i], (Integer) right.elements()[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Prosrc("arraycontains")
    public static boolean contains(CallContext call, PgArray left, PgArray right) {
        return matches(call, right, left, true);
    }

    @Prosrc("arraycontained")
    public static boolean contained(CallContext call, PgArray left, PgArray right) {
        return matches(call, left, right, true);
    }

    @Prosrc("arrayoverlap")
    public static boolean overlap(CallContext call, PgArray left, PgArray right) {
        return matches(call, left, right, false);
    }

    /// Whether all (or any) of the sought elements are among the others. NULL matches nothing.
    private static boolean matches(CallContext call, PgArray sought, PgArray among, boolean all) {
        ValueType element = type(call, sought, among).element();
        for (Object each : sought.elements()) {
            boolean found = false;
            for (Object other : among.elements()) {
                if (each != null && other != null && element.equal(each, other)) {
                    found = true;
                    break;
                }
            }
            if (found != all) {
                return found;
            }
        }
        return all;
    }

    /// Index of the bucket of sorted thresholds: how many are at or below the operand.
    @Prosrc("width_bucket_array")
    public static int widthBucket(CallContext call, Object operand, PgArray thresholds) {
        if (thresholds.dimensions().length > 1) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "thresholds must be one-dimensional array");
        }
        if (ArrayValueType.hasNull(thresholds.elements())) {
            throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "thresholds array must not contain NULLs");
        }
        ValueType element = call.session().type(thresholds.elementType());
        int left = 0;
        int right = thresholds.elements().length;
        while (left < right) {
            int middle = (left + right) >>> 1;
            if (element.compare(operand, thresholds.elements()[middle]) < 0) {
                right = middle;
            } else {
                left = middle + 1;
            }
        }
        return left;
    }
}
