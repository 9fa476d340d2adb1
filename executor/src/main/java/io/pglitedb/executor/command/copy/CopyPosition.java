package io.pglitedb.executor.command.copy;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.util.function.Supplier;

/// Where COPY FROM stands, for the context of errors.
final class CopyPosition {
    private static final int SHOWN_MAX = 100;

    private final String table;
    private final boolean binary;
    /// From 1.
    long line;
    /// Gives the line; null when none is being worked on.
    Supplier<String> text;
    /// Name of the column being read; null between columns.
    String column;
    /// Text of the column's value; null for NULL or none.
    Utf8 value;

    CopyPosition(String table, boolean binary) {
        this.table = table;
        this.binary = binary;
    }

    /// Becomes the other one.
    void take(CopyPosition other) {
        line = other.line;
        text = other.text;
        column = other.column;
        value = other.value;
    }

    PgException explain(PgException error) {
        return error.where(context());
    }

    private String context() {
        String where = "COPY " + table + ", line " + line;
        if (column != null) {
            if (binary) {
                return where + ", column " + column;
            }
            return where + ", column " + column + ": " + (value == null ? "null input" : quoted(value.toString()));
        }
        return text == null || binary ? where : where + ": " + quoted(text.get());
    }

    private static String quoted(String shown) {
        if (shown.length() <= SHOWN_MAX) {
            return "\"" + shown + "\"";
        }
        return "\""
                + shown.substring(
                        0, shown.offsetByCodePoints(0, Math.min(SHOWN_MAX, shown.codePointCount(0, shown.length()))))
                + "...\"";
    }
}
