package io.pglitedb.types.binary;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Utf8;
import java.util.HexFormat;
import java.util.Locale;

/// encode and decode: bytes as hex, base64 or escape text.
public final class ByteaText {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /// Characters of a line of base64.
    private static final int LINE = 76;

    private ByteaText() {}

    private static PgException unknownEncoding(Utf8 name) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, "unrecognized encoding: \"%s\"".formatted(name));
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    @Prosrc("binary_encode")
    public static Utf8 encode(Bytes bytes, Utf8 encoding) {
        return switch (encoding.toString().toLowerCase(Locale.ROOT)) {
            case "hex" -> Utf8.of(HexFormat.of().formatHex(bytes.array()));
            case "base64" -> base64(bytes.array());
            case "escape" -> escape(bytes.array());
            default -> throw unknownEncoding(encoding);
        };
    }

    @Prosrc("binary_decode")
    public static Bytes decode(Utf8 text, Utf8 encoding) {
        return switch (encoding.toString().toLowerCase(Locale.ROOT)) {
            case "hex" -> ByteaType.fromHex(text.toByteArray(), 0);
            case "base64" -> new Bytes(fromBase64(text));
            case "escape" -> ByteaType.fromEscaped(text.toByteArray());
            default -> throw unknownEncoding(encoding);
        };
    }

    private static Utf8 base64(byte[] bytes) {
        ByteWriter out = new ByteWriter(bytes.length * 4 / 3 + 8);
        int column = 0;
        for (int i = 0; i < bytes.length; i += 3) {
            int count = Math.min(3, bytes.length - i);
            int group = 0;
            for (int j = 0; j < 3; j++) {
                group = group << 8 | (j < count ? bytes[i + j] & 0xff : 0);
            }
            for (int j = 0; j < 4; j++) {
                out.putByte(j <= count ? BASE64.charAt(group >> 18 - 6 * j & 63) : '=');
            }
            column += 4;
            if (column == LINE && count == 3) {
                out.putByte('\n');
                column = 0;
            }
        }
        return new Utf8(out.toByteArray());
    }

    /// White space is skipped wherever it stands.
    private static byte[] fromBase64(Utf8 text) {
        ByteWriter out = new ByteWriter(text.length());
        int group = 0;
        int position = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.byteAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                continue;
            }
            int digit;
            if (c == '=') {
                if (padding == 0) {
                    if (position < 2) {
                        throw invalid("unexpected \"=\" while decoding base64 sequence");
                    }
                    padding = position == 2 ? 1 : 2;
                }
                digit = 0;
            } else {
                digit = c < 0 ? -1 : BASE64.indexOf(c);
                if (digit < 0) {
                    throw invalid("invalid symbol \"%s\" found while decoding base64 sequence"
                            .formatted(Character.toString(text.codePointAt(i))));
                }
            }
            group = group << 6 | digit;
            if (++position == 4) {
                out.putByte(group >> 16);
                if (padding == 0 || padding > 1) {
                    out.putByte(group >> 8);
                }
                if (padding == 0) {
                    out.putByte(group);
                }
                group = 0;
                position = 0;
            }
        }
        if (position != 0) {
            throw invalid("invalid base64 end sequence")
                    .hint("Input data is missing padding, is truncated, or is otherwise corrupted.");
        }
        return out.toByteArray();
    }

    /// Zero bytes and those above 127 as octal, the backslash doubled.
    private static Utf8 escape(byte[] bytes) {
        ByteWriter out = new ByteWriter(bytes.length);
        for (byte octet : bytes) {
            int code = octet & 0xff;
            if (code == 0 || code > 127) {
                out.putByte('\\')
                        .putByte('0' + (code >> 6))
                        .putByte('0' + (code >> 3 & 7))
                        .putByte('0' + (code & 7));
            } else if (code == '\\') {
                out.putAscii("\\\\");
            } else {
                out.putByte(code);
            }
        }
        return new Utf8(out.toByteArray());
    }
}
