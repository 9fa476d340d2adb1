package io.pglitedb.types.numeric;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;

/// Functions that PostgreSQL writes in SQL, on top of others of numeric.
public final class NumericShorthands {
    private NumericShorthands() {}

    @Prosrc("round(numeric)")
    public static Numeric round(Numeric value) {
        return NumericFunctions.round(value, 0);
    }

    @Prosrc("trunc(numeric)")
    public static Numeric truncate(Numeric value) {
        return NumericFunctions.truncate(value, 0);
    }

    @Prosrc({"log(numeric)", "log10(numeric)"})
    public static Numeric decimalLogarithm(Numeric value) {
        return NumericFunctions.logarithm(Numeric.of(10), value);
    }
}
