package io.pglitedb.types.range;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.function.Consumer;

/// Cuts the text form of a multirange, `{[1,2),[3,4)}`, into those of its ranges.
final class MultirangeText {
    private static final int EMPTY_LENGTH = 5;

    private final Utf8 text;
    private int at;

    private MultirangeText(Utf8 text) {
        this.text = text;
    }

    /// Hands each range over as soon as it is read; those written `empty` are left out.
    static void forEach(Utf8 text, Consumer<Utf8> sink) {
        new MultirangeText(text).forEach(sink);
    }

    private PgException malformed(String detail) {
        return new PgException(
                        SqlState.INVALID_TEXT_REPRESENTATION, "malformed multirange literal: \"%s\"".formatted(text))
                .detail(detail);
    }

    private void skipSpaces() {
        while (at < text.length() && RangeText.isSpace(text.byteAt(at))) {
            at++;
        }
    }

    private int next() {
        if (at >= text.length()) {
            throw malformed("Unexpected end of input.");
        }
        return text.byteAt(at++);
    }

    private int nextBehindSpaces() {
        skipSpaces();
        return next();
    }

    private void forEach(Consumer<Utf8> sink) {
        skipSpaces();
        if (at >= text.length() || text.byteAt(at) != '{') {
            throw malformed("Missing left brace.");
        }
        at++;
        boolean first = true;
        for (int c = ','; c == ','; first = false) {
            c = nextBehindSpaces();
            if (c == '[' || c == '(') {
                sink.accept(range());
            } else if (c == '}' && first) {
                break;
            } else if (RangeText.startsWithEmpty(text, at - 1)) {
                at += EMPTY_LENGTH - 1;
            } else {
                throw malformed("Expected range start.");
            }
            c = nextBehindSpaces();
            if (c != ',' && c != '}') {
                throw malformed("Expected comma or end of multirange.");
            }
        }
        skipSpaces();
        if (at < text.length()) {
            throw malformed("Junk after closing right brace.");
        }
    }

    private Utf8 range() {
        int start = at - 1;
        boolean quoted = false;
        while (true) {
            int c = next();
            if (c == '\\') {
                next();
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ']' || c == ')')) {
                return text.slice(start, at);
            }
        }
    }
}
