package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.text.Normalizer;
import java.util.Locale;

/// Normal forms and Unicode escapes.
public final class UnicodeFunctions {
    private UnicodeFunctions() {}

    @Prosrc("unicode_normalize_func")
    public static Utf8 normalize(Utf8 text, Utf8 form) {
        return Utf8.of(Normalizer.normalize(text.toString(), form(form)));
    }

    @Prosrc("unicode_is_normalized")
    public static boolean isNormalized(Utf8 text, Utf8 form) {
        return Normalizer.isNormalized(text.toString(), form(form));
    }

    private static Normalizer.Form form(Utf8 name) {
        return switch (name.toString().toUpperCase(Locale.ROOT)) {
            case "NFC" -> Normalizer.Form.NFC;
            case "NFD" -> Normalizer.Form.NFD;
            case "NFKC" -> Normalizer.Form.NFKC;
            case "NFKD" -> Normalizer.Form.NFKD;
            default -> throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "invalid normalization form: " + name);
        };
    }

    /// `\XXXX`, `\+XXXXXX`, u and four digits, `\UXXXXXXXX`, `\\`; surrogates must come in pairs.
    @Prosrc("unistr")
    public static Utf8 unescape(Utf8 text) {
        String source = text.toString();
        StringBuilder out = new StringBuilder(source.length());
        int high = 0; // a high surrogate that waits for its low one
        for (int i = 0; i < source.length(); ) {
            char c = source.charAt(i);
            if (c != '\\' || source.startsWith("\\\\", i)) {
                if (high != 0) {
                    throw badPair();
                }
                out.append(c);
                i += c == '\\' ? 2 : 1;
                continue;
            }
            int prefix = "+uU".indexOf(i + 1 < source.length() ? source.charAt(i + 1) : ' ') >= 0 ? 2 : 1;
            int digits = prefix == 1 ? 4 : source.charAt(i + 1) == '+' ? 6 : source.charAt(i + 1) == 'u' ? 4 : 8;
            int codePoint = hex(source, i + prefix, digits);
            i += prefix + digits;
            if (codePoint <= 0 || codePoint > Character.MAX_CODE_POINT) {
                throw new PgException(
                        SqlState.INVALID_PARAMETER_VALUE, "invalid Unicode code point: %04X".formatted(codePoint));
            }
            if (high != 0) {
                if (codePoint < Character.MIN_LOW_SURROGATE || codePoint > Character.MAX_LOW_SURROGATE) {
                    throw badPair();
                }
                out.append((char) high).append((char) codePoint);
                high = 0;
            } else if (codePoint >= Character.MIN_HIGH_SURROGATE && codePoint <= Character.MAX_HIGH_SURROGATE) {
                high = codePoint;
            } else if (codePoint >= Character.MIN_LOW_SURROGATE && codePoint <= Character.MAX_LOW_SURROGATE) {
                throw badPair();
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        if (high != 0) {
            throw badPair();
        }
        return Utf8.of(out.toString());
    }

    private static int hex(String source, int from, int digits) {
        int end = from + digits;
        if (end > source.length() || !source.substring(from, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode escape")
                    .hint("Unicode escapes must be \\XXXX, \\+XXXXXX, \\uXXXX, or \\UXXXXXXXX.");
        }
        return Integer.parseUnsignedInt(source, from, end, 16);
    }

    private static PgException badPair() {
        return new PgException(SqlState.SYNTAX_ERROR, "invalid Unicode surrogate pair");
    }
}
