package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;

/// Lines of the CSV format; a quoted field may hold line ends.
final class CsvLineReader extends LineReader {
    private final CopyPosition position;

    CsvLineReader(CopySource source, CopyOptions options, CopyPosition position) {
        super(source, options);
        this.position = position;
    }

    @Override
    String literal() {
        return "unquoted";
    }

    @Override
    boolean readLine(LineFields fields) {
        if (source.peek() == CopySource.END) {
            return false;
        }
        ByteWriter out = fields.bytes();
        int fieldStart = 0;
        boolean quoted = false;
        while (true) {
            int b = source.read();
            if (b == CopySource.END) {
                fields.end(!quoted && isNullText(fieldStart));
                return true;
            }
            if (b == '\n' || b == '\r') {
                endsLine(
                        b,
                        "Use quoted CSV field to represent newline.",
                        "Use quoted CSV field to represent carriage return.");
                if (isEndMarker(quoted)) {
                    source.drain();
                    raw.clear();
                    return false;
                }
                fields.end(!quoted && isNullText(fieldStart));
                return true;
            }
            raw.putByte(b);
            if (b == (options.delimiter() & 0xff)) {
                raw.truncate(raw.size() - 1);
                fields.end(!quoted && isNullText(fieldStart));
                raw.putByte(b);
                fieldStart = raw.size();
                quoted = false;
            } else if (b == (options.quote() & 0xff)) {
                quoted = true;
                readQuoted(out);
            } else {
                out.putByte(b);
            }
        }
    }

    private boolean isEndMarker(boolean quoted) {
        return !quoted && raw.size() == 2 && raw.array()[0] == '\\' && raw.array()[1] == '.';
    }

    /// Up to the closing quote.
    private void readQuoted(ByteWriter out) {
        while (true) {
            int b = source.read();
            if (b == CopySource.END) {
                throw bad("unterminated CSV quoted field");
            }
            raw.putByte(b);
            boolean escape = b == (options.escape() & 0xff);
            int next = escape ? source.peek() : CopySource.END;
            if (escape && (next == (options.escape() & 0xff) || next == (options.quote() & 0xff))) {
                raw.putByte(source.read());
                out.putByte(next);
            } else if (b == (options.quote() & 0xff)) {
                return;
            } else {
                if (b == '\n') {
                    position.line++;
                }
                out.putByte(b);
            }
        }
    }
}
