package io.pglitedb.types.array;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Names the function classes of this package.
public final class ArrayFunctionFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(ArrayFunctions.class, ArrayComparisonFunctions.class, ArrayTextFunctions.class);
    }
}
