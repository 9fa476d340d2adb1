package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// Tells which values are keys of a table that is complete. Thread-safe.
public interface KeyFilter {
    /// The rows whose value is a key; NULL is none. All of them when the column has another form.
    Selection select(Vector column, Selection rows);
}
