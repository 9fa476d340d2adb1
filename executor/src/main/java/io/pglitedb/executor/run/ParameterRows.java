package io.pglitedb.executor.run;

/// Sets of parameters for a statement that is run for all of them as one: COPY's rows.
public interface ParameterRows {
    /// The next one; null after the last.
    Object[] next();
}
