package io.pglitedb.types.bool;

import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// bool.
public final class BoolFamily implements TypeFamily, FunctionFamily {
    @Override
    public List<ValueType> types() {
        return List.of(new BoolType());
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(BoolFunctions.class);
    }
}
