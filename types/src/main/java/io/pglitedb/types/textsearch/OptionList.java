package io.pglitedb.types.textsearch;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Reads `Name = value, Name='value'`. Behaviour: PostgreSQL 15, `deserialize_deflist`.
final class OptionList {
    record Option(String name, String value) {}

    private final String text;
    private int at;

    private OptionList(String text) {
        this.text = text;
    }

    static List<Option> parse(Utf8 text) {
        return new OptionList(text.toString()).options();
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>();
        while (true) {
            skipSpace();
            if (peek() == ',') {
                at++;
                continue;
            }
            if (at == text.length()) {
                return options;
            }
            String name = peek() == '"' ? quoted('"') : name();
            skipSpace();
            if (peek() != '=') {
                throw invalid();
            }
            at++;
            skipSpace();
            options.add(new Option(name, value()));
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && peek() != '=' && !IntegerText.isSpace(peek())) {
            at++;
        }
        return text.substring(start, at);
    }

    private String value() {
        if (peek() == 'E' && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
            at++;
        }
        return switch (peek()) {
            case -1 -> throw invalid();
            case '\'' -> quoted('\'');
            case '"' -> quoted('"');
            default -> {
                int start = at;
                while (at < text.length() && peek() != ',' && !IntegerText.isSpace(peek())) {
                    at++;
                }
                yield text.substring(start, at);
            }
        };
    }

    /// A doubled quote stands for itself, and so does a doubled backslash between apostrophes.
    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if (c == quote && !doubled) {
                at++;
                return value.toString();
            }
            if (doubled && (c == quote || c == '\\' && quote == '\'')) {
                at++;
            }
            value.append(c);
        }
        throw invalid();
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private void skipSpace() {
        while (IntegerText.isSpace(peek())) {
            at++;
        }
    }

    private PgException invalid() {
        return new PgException(SqlState.SYNTAX_ERROR, "invalid parameter list format: \"" + text + "\"");
    }
}
