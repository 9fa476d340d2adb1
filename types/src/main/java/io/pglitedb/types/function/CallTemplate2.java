package io.pglitedb.types.function;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/// As `CallTemplate1`, for two arguments.
final class CallTemplate2 implements Call2 {
    private static final MethodHandle BODY = CallTemplates.body(MethodHandles.lookup());

    @Override
    public Object call(CallContext context, Object first, Object second) {
        try {
            return (Object) BODY.invokeExact(context, first, second);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
