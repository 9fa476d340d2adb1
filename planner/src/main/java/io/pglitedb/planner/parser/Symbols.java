package io.pglitedb.planner.parser;

/// What the lexer's punctuation and operators are made of (PostgreSQL's documentation, sections 4.1.3 and 4.1.4).
final class Symbols {
    private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";
    private static final String SELF_CHARACTERS = ",()[].;:+-*/%^<>=";
    /// A multi-character operator may end in + or - only when it holds one of these.
    private static final String SIGN_KEEPERS = "~!@#^&|`?%";

    /// By character, the symbol that it is by itself; null for other characters. A token's text is one of these
    /// instances, so that a symbol costs no string of its own.
    private static final String[] SELF = new String[128];

    private static final boolean[] OPERATOR = new boolean[128];

    static {
        for (int i = 0; i < SELF_CHARACTERS.length(); i++) {
            SELF[SELF_CHARACTERS.charAt(i)] =
                    SELF_CHARACTERS.substring(i, i + 1).intern();
        }
        for (int i = 0; i < OPERATOR_CHARACTERS.length(); i++) {
            OPERATOR[OPERATOR_CHARACTERS.charAt(i)] = true;
        }
    }

    private Symbols() {}

    static boolean isOperatorCharacter(char c) {
        return c < OPERATOR.length && OPERATOR[c];
    }

    /// Punctuation at a position, `::`, `..` and `:=` included; null when there is none.
    static String at(String source, int start) {
        char c = source.charAt(start);
        char next = start + 1 < source.length() ? source.charAt(start + 1) : '\0';
        if (c == ':' && next == ':') {
            return "::";
        }
        if (c == ':' && next == '=') {
            return ":=";
        }
        if (c == '.' && next == '.') {
            return "..";
        }
        return c < SELF.length ? SELF[c] : null;
    }

    /// Chars of the operator that starts here: as many operator characters as follow each other, up to a comment,
    /// and without signs at the end that must not be part of it.
    static int operatorLength(String source, int start) {
        int end = start;
        boolean keepsSign = false;
        while (end < source.length() && isOperatorCharacter(source.charAt(end)) && !startsComment(source, end)) {
            keepsSign |= SIGN_KEEPERS.indexOf(source.charAt(end)) >= 0;
            end++;
        }
        while (!keepsSign && end - start > 1 && (source.charAt(end - 1) == '+' || source.charAt(end - 1) == '-')) {
            end--;
        }
        return end - start;
    }

    private static boolean startsComment(String source, int at) {
        return source.startsWith("--", at) || source.startsWith("/*", at);
    }

    /// The operator as a symbol of the grammar, `!=` as `<>`; null when it is any other operator.
    static String operator(String source, int start, int length) {
        char first = source.charAt(start);
        if (length == 1) {
            return SELF[first];
        }
        if (length != 2) {
            return null;
        }
        char second = source.charAt(start + 1);
        if (second == '=') {
            return switch (first) {
                case '<' -> "<=";
                case '>' -> ">=";
                case '!' -> "<>";
                default -> null;
            };
        }
        if (second != '>') {
            return null;
        }
        return switch (first) {
            case '<' -> "<>";
            case '=' -> "=>";
            default -> null;
        };
    }
}
