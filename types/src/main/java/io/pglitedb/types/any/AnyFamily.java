package io.pglitedb.types.any;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Classes with the functions of values of any type.
public final class AnyFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(AnyFunctions.class);
    }
}
