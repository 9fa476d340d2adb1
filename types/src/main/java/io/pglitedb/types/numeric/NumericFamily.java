package io.pglitedb.types.numeric;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// numeric.
public final class NumericFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new NumericType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                NumericFunctions.class,
                NumericCasts.class,
                NumericAggregates.class,
                NumericSeries.class,
                NumericBuckets.class,
                NumericFrames.class,
                NumericModifier.class,
                NumericShorthands.class,
                DecimalColumns.class,
                NumberTemplateFunctions.class);
    }
}
