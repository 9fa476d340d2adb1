package io.pglitedb.types.function;

import java.util.List;

/// Names the classes whose `@Prosrc` methods a module offers; found by `ServiceLoader`.
public interface FunctionFamily {
    List<Class<?>> classes();
}
