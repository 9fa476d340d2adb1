package io.pglitedb.types.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/// Makes classes that call one body each. A handle in a field is not a constant to the JIT: calling it costs
/// several times what a call of its own class does.
final class CallTemplates {
    private static final byte[] ONE = bytes("CallTemplate1.class");
    private static final byte[] TWO = bytes("CallTemplate2.class");

    private CallTemplates() {}

    private static byte[] bytes(String resource) {
        try (InputStream in = CallTemplates.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param body `(CallContext, Object) → Object`
    static Call1 one(MethodHandle body) {
        return (Call1) instance(ONE, body);
    }

    /// @param body `(CallContext, Object, Object) → Object`
    static Call2 two(MethodHandle body) {
        return (Call2) instance(TWO, body);
    }

    private static Object instance(byte[] template, MethodHandle body) {
        try {
            return MethodHandles.lookup()
                    .defineHiddenClassWithClassData(template, body, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The body of the hidden class that asks.
    static MethodHandle body(MethodHandles.Lookup lookup) {
        try {
            return MethodHandles.classData(lookup, ConstantDescs.DEFAULT_NAME, MethodHandle.class);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
