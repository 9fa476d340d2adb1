package io.pglitedb.executor.run;

/// The rows that a session's cursors stand on. A session offers it by `SessionContext.as`.
public interface CursorRows {
    /// Rowid of the row of a table. 34000 and 24000 when there is no such cursor, or it does not name rows of the
    /// table.
    ///
    /// @param table OID
    long rowid(String cursor, int table);
}
