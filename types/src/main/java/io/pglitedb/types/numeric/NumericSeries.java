package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Numeric;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// generate_series over numeric.
public final class NumericSeries {
    private NumericSeries() {}

    @Prosrc("generate_series_numeric")
    public static Iterator<Object> generate(Numeric first, Numeric last) {
        return generate(first, last, Numeric.ONE);
    }

    @Prosrc("generate_series_step_numeric")
    public static Iterator<Object> generate(Numeric first, Numeric last, Numeric step) {
        checkFinite("start", first);
        checkFinite("stop", last);
        checkFinite("step size", step);
        if (step.signum() == 0) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "step size cannot equal zero");
        }
        return new Iterator<>() {
            private Numeric next = first;

            @Override
            public boolean hasNext() {
                return step.signum() > 0 ? next.compareTo(last) <= 0 : next.compareTo(last) >= 0;
            }

            @Override
            public Object next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Numeric current = next;
                next = NumericArithmetic.add(current, step);
                return current;
            }
        };
    }

    private static void checkFinite(String what, Numeric value) {
        if (!value.isFinite()) {
            String problem = value.isNaN() ? "NaN" : "infinity";
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    what + (what.equals("step size") ? " cannot be " : " value cannot be ") + problem);
        }
    }
}
