package io.pglitedb.types.range;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;

/// The text form of ranges: `[lower,upper)`, `empty`.
final class RangeText {
    private static final String EMPTY = "empty";

    /// @param lower null for no bound
    /// @param upper null for no bound
    record Parts(boolean empty, Utf8 lower, Utf8 upper, boolean lowerInclusive, boolean upperInclusive) {}

    private final Utf8 text;
    private int at;

    private RangeText(Utf8 text) {
        this.text = text;
    }

    static Parts parse(Utf8 text) {
        return new RangeText(text).parse();
    }

    static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    static boolean startsWithEmpty(Utf8 text, int at) {
        return at + EMPTY.length() <= text.length()
                && text.slice(at, at + EMPTY.length()).toString().equalsIgnoreCase(EMPTY);
    }

    private PgException malformed(String detail) {
        return new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "malformed range literal: \"%s\"".formatted(text))
                .detail(detail);
    }

    private int peek() {
        return at < text.length() ? text.byteAt(at) : 0;
    }

    private void skipSpaces() {
        while (isSpace(peek())) {
            at++;
        }
    }

    private void end(String junkBehind) {
        skipSpaces();
        if (at < text.length()) {
            throw malformed("Junk after %s.".formatted(junkBehind));
        }
    }

    private Parts parse() {
        skipSpaces();
        if (startsWithEmpty(text, at)) {
            at += EMPTY.length();
            end("\"empty\" key word");
            return new Parts(true, null, null, false, false);
        }
        boolean lowerInclusive = peek() == '[';
        if (!lowerInclusive && peek() != '(') {
            throw malformed("Missing left parenthesis or bracket.");
        }
        at++;
        Utf8 lower = bound();
        if (peek() != ',') {
            throw malformed("Missing comma after lower bound.");
        }
        at++;
        Utf8 upper = bound();
        boolean upperInclusive = peek() == ']';
        if (!upperInclusive && peek() != ')') {
            throw malformed("Too many commas.");
        }
        at++;
        end("right parenthesis or bracket");
        return new Parts(false, lower, upper, lowerInclusive, upperInclusive);
    }

    private static boolean endsBound(int c) {
        return c == ',' || c == ')' || c == ']';
    }

    /// Null when there is none.
    private Utf8 bound() {
        if (endsBound(peek())) {
            return null;
        }
        ByteWriter out = new ByteWriter();
        boolean quoted = false;
        while (quoted || !endsBound(peek())) {
            int c = next();
            if (c == '\\') {
                out.putByte(next());
            } else if (c != '"') {
                out.putByte(c);
            } else if (!quoted) {
                quoted = true;
            } else if (peek() == '"') {
                out.putByte('"');
                at++;
            } else {
                quoted = false;
            }
        }
        return new Utf8(out.toByteArray());
    }

    private int next() {
        if (at >= text.length()) {
            throw malformed("Unexpected end of input.");
        }
        return text.byteAt(at++);
    }

    /// In double quotes where it could be misread.
    static void putBound(Utf8 bound, ByteWriter out) {
        boolean quotes = bound.isEmpty();
        for (int i = 0; i < bound.length(); i++) {
            int c = bound.byteAt(i);
            quotes |= c == '"' || c == '\\' || c == '(' || c == '[' || endsBound(c) || isSpace(c);
        }
        if (!quotes) {
            out.putBytes(bound.array(), bound.offset(), bound.length());
            return;
        }
        out.putByte('"');
        for (int i = 0; i < bound.length(); i++) {
            int c = bound.byteAt(i);
            if (c == '"' || c == '\\') {
                out.putByte(c);
            }
            out.putByte(c);
        }
        out.putByte('"');
    }
}
