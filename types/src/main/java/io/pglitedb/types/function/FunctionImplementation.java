package io.pglitedb.types.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/// The Java body of a SQL function.
///
/// @param handle as the method declares it: `CallContext` first when `takesCallContext`, then the carriers
/// @param parameters carriers of the SQL arguments, `CallContext` left out
/// @param result carrier of the result, void.class for SQL void
/// @param generic `(CallContext, Object, …) → Object`, one Object for each of `parameters`
/// @param spread `(CallContext, Object[]) → Object`
public record FunctionImplementation(
        String prosrc,
        MethodHandle handle,
        boolean takesCallContext,
        List<Class<?>> parameters,
        Class<?> result,
        MethodHandle generic,
        MethodHandle spread) {

    static FunctionImplementation of(String prosrc, Method method) {
        try {
            return of(prosrc, MethodHandles.publicLookup().unreflect(method));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not public: " + method, e);
        }
    }

    static FunctionImplementation of(String prosrc, MethodHandle handle) {
        MethodType type = handle.type();
        boolean takesCallContext = type.parameterCount() > 0 && type.parameterType(0) == CallContext.class;
        List<Class<?>> parameters = type.parameterList().subList(takesCallContext ? 1 : 0, type.parameterCount());
        MethodHandle fixed = handle.asFixedArity();
        MethodHandle withContext = takesCallContext ? fixed : MethodHandles.dropArguments(fixed, 0, CallContext.class);
        MethodHandle generic =
                withContext.asType(withContext.type().generic().changeParameterType(0, CallContext.class));
        return new FunctionImplementation(
                prosrc,
                fixed,
                takesCallContext,
                List.copyOf(parameters),
                type.returnType(),
                generic,
                generic.asSpreader(Object[].class, parameters.size()));
    }

    public int arity() {
        return parameters.size();
    }

    /// Calls the body. For a strict function no argument may be null: the caller looks.
    public Object invoke(CallContext call, Object... arguments) {
        try {
            return (Object) spread.invokeExact(call, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(prosrc + Arrays.toString(arguments), e);
        }
    }
}
