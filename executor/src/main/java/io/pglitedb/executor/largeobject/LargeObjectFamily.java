package io.pglitedb.executor.largeobject;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Names the classes of this package.
public final class LargeObjectFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(LargeObjectFunctions.class, DescriptorFunctions.class);
    }
}
