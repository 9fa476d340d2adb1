package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;
import java.util.List;

/// Puts rows into one of COPY's formats.
interface RowFormatter {
    /// Appends what stands before the first row.
    void begin(List<String> columns, ByteWriter out);

    /// Appends a row with its end.
    void row(Object[] values, ByteWriter out);

    /// Appends what stands behind the last row.
    void end(ByteWriter out);
}
