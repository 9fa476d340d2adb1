package io.pglitedb.types.kernel;

import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/// A method with `@ColumnKernel`.
public final class ColumnFunction {
    private static final MethodType GENERIC =
            MethodType.methodType(Object.class, Vector[].class, Selection.class, long[].class);
    private static final Map<String, ColumnFunction> BY_PROSRC = load();

    /// As GENERIC.
    private final MethodHandle handle;
    private final boolean predicate;

    private ColumnFunction(MethodHandle handle, int arity) {
        this.handle = handle.asSpreader(0, Vector[].class, arity).asType(GENERIC);
        this.predicate = handle.type().returnType() == Selection.class;
    }

    private static Map<String, ColumnFunction> load() {
        Map<String, ColumnFunction> kernels = new HashMap<>();
        for (FunctionFamily family :
                ServiceLoader.load(FunctionFamily.class, FunctionRegistry.class.getClassLoader())) {
            for (Class<?> type : family.classes()) {
                for (Method method : type.getDeclaredMethods()) {
                    ColumnKernel names = method.getAnnotation(ColumnKernel.class);
                    if (names != null) {
                        ColumnFunction kernel = of(method);
                        for (String prosrc : names.value()) {
                            kernels.put(prosrc, kernel);
                        }
                    }
                }
            }
        }
        return Map.copyOf(kernels);
    }

    private static ColumnFunction of(Method method) {
        try {
            return new ColumnFunction(MethodHandles.publicLookup().unreflect(method), method.getParameterCount() - 2);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not public: " + method, e);
        }
    }

    /// Null when the function has none.
    public static ColumnFunction find(String prosrc) {
        return BY_PROSRC.get(prosrc);
    }

    public boolean isPredicate() {
        return predicate;
    }

    /// Null when it declines.
    public Vector map(Vector[] arguments, Selection rows, long[] nulls) {
        return (Vector) invoke(arguments, rows, nulls);
    }

    /// Null when it declines.
    public Selection select(Vector[] arguments, Selection rows, long[] nulls) {
        return (Selection) invoke(arguments, rows, nulls);
    }

    private Object invoke(Vector[] arguments, Selection rows, long[] nulls) {
        try {
            return (Object) handle.invokeExact(arguments, rows, nulls);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
