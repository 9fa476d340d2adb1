package io.pglitedb.executor.command.copy;

/// Takes COPY's data apart into the fields of rows.
interface RecordReader {
    /// Reads a header line, if the options say that there is one.
    void begin();

    /// The values of the next row, one a column, null for SQL NULL; null after the last.
    Object[] next();
}
