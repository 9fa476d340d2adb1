package io.pglitedb.types.template;

import java.util.function.Consumer;

/// Text of a template that is no pattern: characters in double quotes, in which a backslash quotes the next one,
/// and single characters outside; there a backslash counts only before a double quote.
public final class LiteralScanner {
    private LiteralScanner() {}

    /// Reads one quoted piece or one character at `start`; returns the index behind it.
    ///
    /// @param quoted takes each character of a quoted piece
    /// @param bare takes a character outside of quotes
    public static int scan(String template, int start, Consumer<String> quoted, Consumer<String> bare) {
        int at = start;
        if (template.charAt(at) != '"') {
            if (template.startsWith("\\\"", at)) {
                at++;
            }
            int end = template.offsetByCodePoints(at, 1);
            bare.accept(template.substring(at, end));
            return end;
        }
        at++;
        while (at < template.length()) {
            if (template.charAt(at) == '"') {
                return at + 1;
            }
            if (template.charAt(at) == '\\' && at + 1 < template.length()) {
                at++;
            }
            int end = template.offsetByCodePoints(at, 1);
            quoted.accept(template.substring(at, end));
            at = end;
        }
        return at;
    }
}
