package io.pglitedb.types.function;

import io.pglitedb.types.value.Utf8;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/// The Java body of a SQL function. One of one or two arguments gets a class of its own once it is called often.
public final class FunctionImplementation {
    /// Calls after which making a class pays (it costs some 0.1 ms).
    private static final int HOT = 1000;

    private final String prosrc;
    private final MethodHandle handle;
    private final boolean takesCallContext;
    private final List<Class<?>> parameters;
    private final Class<?> result;
    private final MethodHandle generic;
    private final MethodHandle spread;
    /// Races are harmless: a count may be lost, a class made twice.
    private int calls;

    private Call1 call1;
    private Call2 call2;

    private FunctionImplementation(String prosrc, MethodHandle handle) {
        MethodType type = handle.type();
        this.prosrc = prosrc;
        this.handle = handle.asFixedArity();
        this.takesCallContext = type.parameterCount() > 0 && type.parameterType(0) == CallContext.class;
        this.parameters = List.copyOf(type.parameterList().subList(takesCallContext ? 1 : 0, type.parameterCount()));
        this.result = type.returnType();
        MethodHandle withContext =
                takesCallContext ? this.handle : MethodHandles.dropArguments(this.handle, 0, CallContext.class);
        MethodHandle giving = result == void.class
                ? MethodHandles.filterReturnValue(withContext, MethodHandles.constant(Object.class, Utf8.EMPTY))
                : withContext;
        this.generic = giving.asType(giving.type().generic().changeParameterType(0, CallContext.class));
        this.spread = generic.asSpreader(Object[].class, parameters.size());
    }

    static FunctionImplementation of(String prosrc, Method method) {
        try {
            return of(prosrc, MethodHandles.publicLookup().unreflect(method));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("not public: " + method, e);
        }
    }

    /// @param handle the carriers as parameters, perhaps behind a `CallContext`
    public static FunctionImplementation of(String prosrc, MethodHandle handle) {
        return new FunctionImplementation(prosrc, handle);
    }

    public String prosrc() {
        return prosrc;
    }

    /// As the method declares it: `CallContext` first when `takesCallContext`, then the carriers.
    public MethodHandle handle() {
        return handle;
    }

    public boolean takesCallContext() {
        return takesCallContext;
    }

    /// Carriers of the SQL arguments, `CallContext` left out.
    public List<Class<?>> parameters() {
        return parameters;
    }

    /// Carrier of the result; void.class for SQL void, of which a call gives the one value.
    public Class<?> result() {
        return result;
    }

    public int arity() {
        return parameters.size();
    }

    /// Calls the body. For a strict function no argument may be null: the caller looks.
    public Object invoke(CallContext context, Object... arguments) {
        try {
            return (Object) spread.invokeExact(context, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(prosrc + Arrays.toString(arguments), e);
        }
    }

    /// The same for a body of one argument.
    public Object call(CallContext context, Object argument) {
        Call1 own = call1;
        if (own != null) {
            return own.call(context, argument);
        }
        if (++calls > HOT && arity() == 1) {
            call1 = CallTemplates.one(generic);
        }
        return invoke(context, argument);
    }

    /// The same for a body of two arguments.
    public Object call(CallContext context, Object first, Object second) {
        Call2 own = call2;
        if (own != null) {
            return own.call(context, first, second);
        }
        if (++calls > HOT && arity() == 2) {
            call2 = CallTemplates.two(generic);
        }
        return invoke(context, first, second);
    }
}
