package io.pglitedb.types.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/// Never used itself: `CallTemplates` defines it again as a hidden class for each body, whose handle is then a
/// constant that the JIT compiles through.
final class CallTemplate1 implements Call1 {
    private static final MethodHandle BODY = CallTemplates.body(MethodHandles.lookup());

    @Override
    public Object call(CallContext context, Object argument) {
        try {
            return (Object) BODY.invokeExact(context, argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
