package io.pglitedb.types.floating;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// float4, float8.
public final class FloatFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new Float4Type(), new Float8Type());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                FloatFunctions.class,
                FloatCasts.class,
                FloatMath.class,
                DegreeFunctions.class,
                FloatHash.class,
                FloatAggregates.class,
                RandomFunctions.class);
    }
}
