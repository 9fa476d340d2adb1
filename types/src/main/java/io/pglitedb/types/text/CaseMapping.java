package io.pglitedb.types.text;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.value.Utf8;
import java.util.function.IntUnaryOperator;

/// Upper and lower case, one code point at a time: the length in characters never changes, as with towupper(3).
enum CaseMapping {
    ASCII {
        @Override
        int lower(int c) {
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
        }

        @Override
        int upper(int c) {
            return c >= 'a' && c <= 'z' ? c - 32 : c;
        }

        @Override
        boolean isAlphanumeric(int c) {
            return c < 128 && Character.isLetterOrDigit(c);
        }
    },
    UNICODE {
        @Override
        int lower(int c) {
            return Character.toLowerCase(c);
        }

        @Override
        int upper(int c) {
            return Character.toUpperCase(c);
        }

        @Override
        boolean isAlphanumeric(int c) {
            return Character.isLetterOrDigit(c);
        }
    };

    private static final int C_COLLATION = 950;
    private static final int POSIX_COLLATION = 951;

    abstract int lower(int c);

    abstract int upper(int c);

    abstract boolean isAlphanumeric(int c);

    static CaseMapping of(CallContext call) {
        return call != null && (call.collation() == C_COLLATION || call.collation() == POSIX_COLLATION)
                ? ASCII
                : UNICODE;
    }

    Utf8 lower(Utf8 text) {
        return map(text, this::lower);
    }

    Utf8 upper(Utf8 text) {
        return map(text, this::upper);
    }

    private static Utf8 map(Utf8 text, IntUnaryOperator mapping) {
        byte[] mapped = new byte[text.length()];
        for (int i = 0; i < mapped.length; i++) {
            byte b = text.byteAt(i);
            if (b < 0) {
                return mapWide(text, mapping);
            }
            mapped[i] = (byte) mapping.applyAsInt(b);
        }
        return new Utf8(mapped);
    }

    private static Utf8 mapWide(Utf8 text, IntUnaryOperator mapping) {
        StringBuilder out = new StringBuilder(text.length());
        text.toString().codePoints().map(mapping).forEach(out::appendCodePoint);
        return Utf8.of(out.toString());
    }
}
