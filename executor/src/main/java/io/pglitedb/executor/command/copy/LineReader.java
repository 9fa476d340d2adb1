package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// Reads one line of COPY's data and takes it apart.
abstract class LineReader {
    /// How lines end: as the first one does.
    enum LineEnd {
        UNKNOWN,
        NL,
        CR,
        CRNL
    }

    final CopySource source;
    final CopyOptions options;
    final byte[] nullText;
    /// The line as it stands in the data, for messages and for telling NULLs.
    final ByteWriter raw = new ByteWriter(256);
    LineEnd lineEnd = LineEnd.UNKNOWN;
    private boolean ended;

    LineReader(CopySource source, CopyOptions options) {
        this.source = source;
        this.options = options;
        this.nullText = options.nullText().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /// False at the end of the data.
    final boolean read(LineFields fields) {
        fields.clear();
        raw.clear();
        if (ended) {
            return false;
        }
        boolean more = readLine(fields);
        ended = !more;
        return more;
    }

    /// As [#read]; at the end of the data nothing was added to `raw`.
    abstract boolean readLine(LineFields fields);

    final String text() {
        return raw.toString();
    }

    static PgException bad(String message) {
        return new PgException(SqlState.BAD_COPY_FILE_FORMAT, message);
    }

    /// Whether the byte just read ends the line; takes the line feed of a pair too.
    final boolean endsLine(int b, String literalNewline, String literalReturn) {
        if (b == '\r') {
            if (source.peek() == '\n' && (lineEnd == LineEnd.UNKNOWN || lineEnd == LineEnd.CRNL)) {
                source.read();
                lineEnd = LineEnd.CRNL;
                return true;
            }
            if (lineEnd == LineEnd.NL || lineEnd == LineEnd.CRNL) {
                throw bad("%s carriage return found in data".formatted(literal()))
                        .hint(literalReturn);
            }
            lineEnd = LineEnd.CR;
            return true;
        }
        if (lineEnd == LineEnd.CR || lineEnd == LineEnd.CRNL) {
            throw bad("%s newline found in data".formatted(literal())).hint(literalNewline);
        }
        lineEnd = LineEnd.NL;
        return true;
    }

    /// How a stray line end is called.
    abstract String literal();

    /// Behind `\.`: the end of the data, which must be the end of a line. What follows is not looked at.
    final void endOfData() {
        int b = source.peek();
        if (b != CopySource.END && b != '\n' && b != '\r') {
            throw bad("end-of-copy marker corrupt");
        }
        source.drain();
    }

    /// Whether what was read of the field, from that place in `raw`, stands for NULL.
    final boolean isNullText(int from) {
        return java.util.Arrays.equals(raw.array(), from, raw.size(), nullText, 0, nullText.length);
    }
}
