package io.pglitedb.types.function;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/// Every function body that is present, by `prosrc`: the `@Prosrc` methods of all `FunctionFamily` services on the
/// class
/// path, and the input, output, receive and send functions of the built-in types. Where a module to the right replaces
/// a
/// body (`prosrc` is unique in a family), it is an error: no body is shadowed silently.
public final class FunctionRegistry {
    private static final FunctionRegistry STANDARD = load();

    private final Map<String, FunctionImplementation> byProsrc;

    private FunctionRegistry(Map<String, FunctionImplementation> byProsrc) {
        this.byProsrc = byProsrc;
    }

    public static FunctionRegistry standard() {
        return STANDARD;
    }

    private static FunctionRegistry load() {
        Map<String, FunctionImplementation> bodies = new HashMap<>(4096);
        for (FunctionFamily family :
                ServiceLoader.load(FunctionFamily.class, FunctionRegistry.class.getClassLoader())) {
            for (Class<?> type : family.classes()) {
                addMethods(type, bodies);
            }
        }
        TypeIoFunctions.addTo(bodies);
        return new FunctionRegistry(Map.copyOf(bodies));
    }

    private static void addMethods(Class<?> type, Map<String, FunctionImplementation> bodies) {
        for (Method method : type.getDeclaredMethods()) {
            Prosrc prosrc = method.getAnnotation(Prosrc.class);
            if (prosrc == null) {
                continue;
            }
            if (!Modifier.isStatic(method.getModifiers()) || !Modifier.isPublic(method.getModifiers())) {
                throw new IllegalStateException("@Prosrc on a method that is not public static: " + method);
            }
            for (String name : prosrc.value()) {
                if (bodies.put(name, FunctionImplementation.of(name, method)) != null) {
                    throw new IllegalStateException("two bodies for " + name + ", one is " + method);
                }
            }
        }
    }

    /// Null when there is none (yet).
    public FunctionImplementation find(String prosrc) {
        return byProsrc.get(prosrc);
    }

    public Collection<FunctionImplementation> all() {
        return byProsrc.values();
    }
}
