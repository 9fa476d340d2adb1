package io.pglitedb.executor.row.expression;

/// A compiled expression: the value for one input row.
@FunctionalInterface
public interface Evaluator {
    /// @param row carriers of the input's columns, null for SQL NULL; not changed
    /// @return a carrier, null for SQL NULL
    Object evaluate(Object[] row);
}
