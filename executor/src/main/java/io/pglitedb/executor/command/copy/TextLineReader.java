package io.pglitedb.executor.command.copy;

import io.pglitedb.types.bytes.ByteWriter;

/// Lines of the text format: fields between delimiters, specials behind backslashes.
final class TextLineReader extends LineReader {
    private final boolean[] special = new boolean[256];

    TextLineReader(CopySource source, CopyOptions options) {
        super(source, options);
        for (int b : new int[] {'\n', '\r', '\\', options.delimiter() & 0xff}) {
            special[b] = true;
        }
    }

    @Override
    String literal() {
        return "literal";
    }

    @Override
    boolean readLine(LineFields fields) {
        if (source.peek() == CopySource.END) {
            return false;
        }
        ByteWriter out = fields.bytes();
        int fieldStart = 0;
        while (true) {
            int b = source.read();
            if (b == CopySource.END) {
                fields.end(isNullText(fieldStart));
                return true;
            }
            if (b == '\n' || b == '\r') {
                endsLine(b, "Use \"\\n\" to represent newline.", "Use \"\\r\" to represent carriage return.");
                fields.end(isNullText(fieldStart));
                return true;
            }
            if (b == (options.delimiter() & 0xff)) {
                fields.end(isNullText(fieldStart));
                raw.putByte(b);
                fieldStart = raw.size();
            } else if (b == '\\') {
                raw.putByte(b);
                if (source.peek() == '.' && raw.size() == 1) {
                    source.read();
                    endOfData();
                    raw.clear();
                    return false;
                }
                escape(out);
            } else {
                raw.putByte(b);
                out.putByte(b);
                source.takePlain(special, raw, out);
            }
        }
    }

    private void escape(ByteWriter out) {
        int b = source.read();
        if (b == CopySource.END) {
            return;
        }
        raw.putByte(b);
        if (b >= '0' && b <= '7') {
            out.putByte(number(b - '0', 8, 2));
        } else if (b == 'x' && Character.digit(source.peek(), 16) >= 0) {
            out.putByte(number(0, 16, 2));
        } else {
            out.putByte(
                    switch (b) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'v' -> 0x0b;
                        default -> b;
                    });
        }
    }

    /// Goes on with a number, for at most that many digits more.
    private int number(int first, int radix, int digitsMax) {
        int value = first;
        for (int count = 0; count < digitsMax; count++) {
            int digit = Character.digit(source.peek(), radix);
            if (digit < 0) {
                break;
            }
            raw.putByte(source.read());
            value = value * radix + digit;
        }
        return value & 0xff;
    }
}
