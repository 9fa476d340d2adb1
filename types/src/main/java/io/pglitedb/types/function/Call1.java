package io.pglitedb.types.function;

/// A body of one argument.
public interface Call1 {
    Object call(CallContext context, Object argument);
}
