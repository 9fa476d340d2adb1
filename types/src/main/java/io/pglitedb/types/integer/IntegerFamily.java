package io.pglitedb.types.integer;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// int2, int4, int8.
public final class IntegerFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new Int2Type(), new Int4Type(), new Int8Type());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                Int2Functions.class,
                Int4Functions.class,
                Int8Functions.class,
                MixedIntegerFunctions.class,
                IntegerCasts.class,
                IntegerHash.class,
                IntegerSeries.class,
                IntegerAggregates.class);
    }
}
