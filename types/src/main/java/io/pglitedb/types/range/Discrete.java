package io.pglitedb.types.range;

import io.pglitedb.types.datetime.DateTimes;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.numeric.NumberErrors;

/// Steps of a discrete subtype: its ranges are kept as [lower, upper).
public interface Discrete {
    /// The next value; an error of the subtype when there is none.
    Object next(Object value);

    Discrete INT4 = value -> {
        if ((Integer) value == Integer.MAX_VALUE) {
            throw NumberErrors.outOfRange("integer");
        }
        return (Integer) value + 1;
    };

    Discrete INT8 = value -> {
        if ((Long) value == Long.MAX_VALUE) {
            throw NumberErrors.outOfRange("bigint");
        }
        return (Long) value + 1;
    };

    /// Infinite dates stay.
    Discrete DATE = value -> {
        int date = (Integer) value;
        if (date == Integer.MIN_VALUE || date == Integer.MAX_VALUE) {
            return value;
        }
        if (date + 1 >= DateTimes.END_DATE) {
            throw new PgException(SqlState.DATETIME_FIELD_OVERFLOW, "date out of range");
        }
        return date + 1;
    };
}
