package io.pglitedb.types.integer;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.numeric.NumericArithmetic;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.PgArray;

/// count, sum and avg over int2 and int4, whose states are bigint or {count, sum}. Those over int8 keep a
/// `numeric.NumericSumState`. States are replaced, never changed: the initial one is shared.
public final class IntegerAggregates {
    private IntegerAggregates() {}

    @Prosrc("int8inc")
    public static long increment(long count) {
        if (count == Long.MAX_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return count + 1;
    }

    @Prosrc("int8dec")
    public static long decrement(long count) {
        if (count == Long.MIN_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return count - 1;
    }

    @Prosrc("int8inc_any")
    public static long countAny(long count, Object value) {
        return increment(count);
    }

    @Prosrc("int8dec_any")
    public static long uncountAny(long count, Object value) {
        return decrement(count);
    }

    @Prosrc("int8inc_float8_float8")
    public static long countPair(long count, double y, double x) {
        return increment(count);
    }

    @Prosrc("int2_sum")
    public static Long sumInt2(Long sum, Short value) {
        return value == null ? sum : Long.valueOf(sum == null ? value : sum + value);
    }

    @Prosrc("int4_sum")
    public static Long sumInt4(Long sum, Integer value) {
        return value == null ? sum : Long.valueOf(sum == null ? value : sum + value);
    }

    @Prosrc("int8_sum")
    public static Numeric sumInt8(Numeric sum, Long value) {
        if (value == null) {
            return sum;
        }
        return sum == null ? Numeric.of(value) : NumericArithmetic.add(sum, Numeric.of(value));
    }

    @Prosrc("int2_avg_accum")
    public static PgArray averageInt2(PgArray state, short value) {
        return state(count(state) + 1, sum(state) + value);
    }

    @Prosrc("int4_avg_accum")
    public static PgArray averageInt4(PgArray state, int value) {
        return state(count(state) + 1, sum(state) + value);
    }

    @Prosrc("int2_avg_accum_inv")
    public static PgArray unaverageInt2(PgArray state, short value) {
        return state(count(state) - 1, sum(state) - value);
    }

    @Prosrc("int4_avg_accum_inv")
    public static PgArray unaverageInt4(PgArray state, int value) {
        return state(count(state) - 1, sum(state) - value);
    }

    @Prosrc("int4_avg_combine")
    public static PgArray combineAverages(PgArray left, PgArray right) {
        return state(count(left) + count(right), sum(left) + sum(right));
    }

    @Prosrc("int8_avg")
    public static Numeric average(PgArray state) {
        return count(state) == 0 ? null : NumericArithmetic.divide(Numeric.of(sum(state)), Numeric.of(count(state)));
    }

    @Prosrc("int2int4_sum")
    public static Long movingSum(PgArray state) {
        return count(state) == 0 ? null : Long.valueOf(sum(state));
    }

    private static long count(PgArray state) {
        return (Long) state.elements()[0];
    }

    private static long sum(PgArray state) {
        return (Long) state.elements()[1];
    }

    private static PgArray state(long count, long sum) {
        return PgArray.of(Oids.INT8, count, sum);
    }
}
