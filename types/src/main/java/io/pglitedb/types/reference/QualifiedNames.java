package io.pglitedb.types.reference;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.text.NameType;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Takes `schema.name` apart the way catalog functions read names: any characters up to a dot, white space or quote
/// make a bare part, folded to lower case. Source: PostgreSQL 15, `SplitIdentifierString`.
public final class QualifiedNames {
    private QualifiedNames() {}

    /// At least one part; 42602 when it is no list of identifiers.
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>(2);
        int at = skipSpace(text, 0);
        if (at == text.length()) {
            throw invalid();
        }
        while (true) {
            StringBuilder part = new StringBuilder();
            at = text.charAt(at) == '"' ? readQuoted(text, at + 1, part) : readBare(text, at, part);
            parts.add(NameType.truncate(Utf8.of(part.toString())).toString());
            at = skipSpace(text, at);
            if (at == text.length()) {
                return parts;
            }
            if (text.charAt(at) != '.') {
                throw invalid();
            }
            at = skipSpace(text, at + 1);
            if (at == text.length()) {
                throw invalid();
            }
        }
    }

    private static int readQuoted(String text, int from, StringBuilder part) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                part.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                part.append('"');
                at++;
            } else {
                return at + 1;
            }
        }
        throw invalid();
    }

    private static int readBare(String text, int from, StringBuilder part) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && !IntegerText.isSpace(text.charAt(at))) {
            char c = text.charAt(at++);
            part.append(c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c);
        }
        if (at == from) {
            throw invalid();
        }
        return at;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && IntegerText.isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static PgException invalid() {
        return new PgException(SqlState.INVALID_NAME, "invalid name syntax");
    }
}
