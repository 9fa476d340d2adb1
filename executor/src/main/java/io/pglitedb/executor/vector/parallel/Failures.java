package io.pglitedb.executor.vector.parallel;

/// Errors of other threads.
public final class Failures {
    private Failures() {}

    /// The error, to be thrown again by the thread that waited.
    public static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            return exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(failure);
    }
}
