package io.pglitedb.types.function;

/// A body of two arguments.
public interface Call2 {
    Object call(CallContext context, Object first, Object second);
}
