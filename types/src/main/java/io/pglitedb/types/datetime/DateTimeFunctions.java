package io.pglitedb.types.datetime;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Classes with the functions of dates and times.
public final class DateTimeFunctions implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                CrossTypeComparisons.class,
                DateTimeHash.class,
                DateTimeShorthands.class,
                DateTimeArithmetic.class,
                DateTimeCasts.class,
                DateTimeComparisons.class,
                DateTimeFields.class,
                FieldExtraction.class,
                IntervalArithmetic.class,
                IntervalFunctions.class,
                Ranges.class,
                TemplateFunctions.class,
                ZoneFunctions.class);
    }
}
