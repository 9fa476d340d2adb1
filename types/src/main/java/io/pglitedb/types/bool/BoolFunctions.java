package io.pglitedb.types.bool;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Operators and aggregates of bool.
public final class BoolFunctions {
    private BoolFunctions() {}

    private static final Utf8 TRUE = Utf8.of("true");
    private static final Utf8 FALSE = Utf8.of("false");

    @Prosrc("booleq")
    public static boolean booleq(boolean left, boolean right) {
        return Boolean.compare(left, right) == 0;
    }

    @Prosrc("boolne")
    public static boolean boolne(boolean left, boolean right) {
        return Boolean.compare(left, right) != 0;
    }

    @Prosrc("boollt")
    public static boolean boollt(boolean left, boolean right) {
        return Boolean.compare(left, right) < 0;
    }

    @Prosrc("boolle")
    public static boolean boolle(boolean left, boolean right) {
        return Boolean.compare(left, right) <= 0;
    }

    @Prosrc("boolgt")
    public static boolean boolgt(boolean left, boolean right) {
        return Boolean.compare(left, right) > 0;
    }

    @Prosrc("boolge")
    public static boolean boolge(boolean left, boolean right) {
        return Boolean.compare(left, right) >= 0;
    }

    @Prosrc("btboolcmp")
    public static int btboolcmp(boolean left, boolean right) {
        return Boolean.compare(left, right);
    }

    @Prosrc("booltext")
    public static Utf8 toText(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Prosrc("booland_statefunc")
    public static boolean and(boolean state, boolean value) {
        return state && value;
    }

    @Prosrc("boolor_statefunc")
    public static boolean or(boolean state, boolean value) {
        return state || value;
    }

    /// State of bool_and and bool_or over a moving frame.
    private static final class Counts {
        private long rows;
        private long trues;
    }

    private static Counts add(Object state, Boolean value, int sign) {
        Counts counts = state == null ? new Counts() : (Counts) state;
        if (value != null) {
            counts.rows += sign;
            counts.trues += value ? sign : 0;
        }
        return counts;
    }

    @Prosrc("bool_accum")
    public static Object accumulate(Object state, Boolean value) {
        return add(state, value, 1);
    }

    @Prosrc("bool_accum_inv")
    public static Object unaccumulate(Object state, Boolean value) {
        return add(state, value, -1);
    }

    @Prosrc("bool_alltrue")
    public static Boolean allTrue(Object state) {
        Counts counts = (Counts) state;
        return counts.rows == 0 ? null : Boolean.valueOf(counts.trues == counts.rows);
    }

    @Prosrc("bool_anytrue")
    public static Boolean anyTrue(Object state) {
        Counts counts = (Counts) state;
        return counts.rows == 0 ? null : Boolean.valueOf(counts.trues > 0);
    }
}
