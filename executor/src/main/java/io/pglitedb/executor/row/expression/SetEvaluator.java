package io.pglitedb.executor.row.expression;

import java.util.Iterator;

/// A compiled expression that returns a set.
@FunctionalInterface
public interface SetEvaluator {
    /// @return carriers, null for SQL NULL; a record for a row of several columns
    Iterator<Object> evaluate(Object[] row);
}
