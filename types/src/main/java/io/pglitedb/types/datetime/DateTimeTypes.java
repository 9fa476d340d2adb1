package io.pglitedb.types.datetime;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import java.util.List;

public final class DateTimeTypes implements TypeFamily {
    @Override
    public List<ValueType> types() {
        return List.of(
                DateType.DATE,
                TimeType.TIME,
                TimeTzType.TIMETZ,
                TimestampType.TIMESTAMP,
                TimestampTzType.TIMESTAMPTZ,
                IntervalType.INTERVAL);
    }
}
