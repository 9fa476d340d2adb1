package io.pglitedb.executor.session;

import io.pglitedb.types.bytes.ByteWriter;

/// Writes DataRow messages into one reused buffer: [#begin], then per column [#beginValue] … [#endValue] or
/// [#nullValue], then [#end]. The caller writes text or binary as the column's format asks.
public final class RowEncoder {
    private final ByteWriter out;
    private int rowStart;
    private int valueStart;

    public RowEncoder(ByteWriter out) {
        this.out = out;
    }

    public void begin(int columnCount) {
        rowStart = out.size();
        out.putByte('D').putInt(0).putShort(columnCount);
    }

    /// The buffer to append the value's bytes to; nothing else may touch it before [#endValue].
    public ByteWriter beginValue() {
        out.putInt(0);
        valueStart = out.size();
        return out;
    }

    public void endValue() {
        out.setInt(valueStart - Integer.BYTES, out.size() - valueStart);
    }

    public void nullValue() {
        out.putInt(-1);
    }

    public void end() {
        // A message's length counts itself but not the type byte.
        out.setInt(rowStart + 1, out.size() - rowStart - 1);
    }

    /// Drops a row begun and not ended, when printing one of its values failed.
    public void abandon() {
        out.truncate(rowStart);
    }
}
