package io.pglitedb.types.text;

import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// parse_ident: the parts of a qualified name.
public final class IdentifierPath {
    private final String text;
    private int at;

    private IdentifierPath(String text) {
        this.text = text;
    }

    /// @param strict refuse what stands behind the name
    @Prosrc("parse_ident")
    public static PgArray parse(Utf8 name, boolean strict) {
        return PgArray.of(
                Oids.TEXT, new IdentifierPath(name.toString()).parts(strict).toArray());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private List<Object> parts(boolean strict) {
        List<Object> parts = new ArrayList<>();
        boolean afterDot = false;
        skipSpaces();
        while (true) {
            char c = at < text.length() ? text.charAt(at) : 0;
            if (c == '"') {
                parts.add(quoted());
            } else if (isStart(c)) {
                int start = at;
                while (at < text.length() && isContinuation(text.charAt(at))) {
                    at++;
                }
                parts.add(Utf8.of(lowerAscii(text.substring(start, at))));
            } else if (c == '.') {
                throw invalid().detail("No valid identifier before \".\".");
            } else if (afterDot) {
                throw invalid().detail("No valid identifier after \".\".");
            } else {
                throw invalid();
            }
            skipSpaces();
            if (at < text.length() && text.charAt(at) == '.') {
                afterDot = true;
                at++;
                skipSpaces();
            } else if (at < text.length() && strict) {
                throw invalid();
            } else {
                return parts;
            }
        }
    }

    private Utf8 quoted() {
        StringBuilder part = new StringBuilder();
        at++;
        while (true) {
            int end = text.indexOf('"', at);
            if (end < 0) {
                throw invalid().detail("String has unclosed double quotes.");
            }
            part.append(text, at, end);
            at = end + 1;
            if (at >= text.length() || text.charAt(at) != '"') {
                break;
            }
            part.append('"');
            at++;
        }
        if (part.isEmpty()) {
            throw invalid().detail("Quoted identifier must not be empty.");
        }
        return Utf8.of(part.toString());
    }

    private static boolean isStart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80;
    }

    private static boolean isContinuation(char c) {
        return isStart(c) || c >= '0' && c <= '9' || c == '$';
    }

    private static String lowerAscii(String name) {
        StringBuilder lower = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 0x80) {
                lower.setCharAt(
                        i, name.substring(i, i + 1).toLowerCase(Locale.ROOT).charAt(0));
            }
        }
        return lower.toString();
    }

    private PgException invalid() {
        return new PgException(
                SqlState.INVALID_PARAMETER_VALUE, "string is not a valid identifier: \"%s\"".formatted(text));
    }
}
