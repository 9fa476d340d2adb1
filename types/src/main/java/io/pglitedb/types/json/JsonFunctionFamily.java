package io.pglitedb.types.json;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Names the function classes of this package.
public final class JsonFunctionFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                JsonBuilding.class,
                JsonFunctions.class,
                JsonPopulating.class,
                JsonbEditing.class,
                JsonbFunctions.class,
                JsonbHash.class);
    }
}
