package io.pglitedb.planner.parser;

import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a source text into tokens. Rules: PostgreSQL's `scan.l` (documentation, section 4.1).
final class Lexer {
    /// Bytes of a name, NAMEDATALEN - 1.
    private static final int NAME_BYTES_MAX = 63;

    private final String source;
    private final ParserSettings settings;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String source, ParserSettings settings) {
        this.source = source;
        this.settings = settings;
    }

    /// The tokens of a text. The last is END, or BROKEN where the lexer came no further: `error` says why.
    record Lexed(List<Token> tokens, PgException error) {}

    /// An error is not thrown but left to whoever reads that far: an earlier syntax error comes first.
    static Lexed tokenize(String source, ParserSettings settings) {
        Lexer lexer = new Lexer(source, settings);
        try {
            while (lexer.step()) {}
            return new Lexed(lexer.tokens, null);
        } catch (PgException e) {
            lexer.tokens.add(new Token(Kind.BROKEN, "", null, lexer.at, lexer.at));
            return new Lexed(lexer.tokens, e);
        }
    }

    private char peek(int ahead) {
        int index = at + ahead;
        return index < source.length() ? source.charAt(index) : '\0';
    }

    private void add(Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, null, start, at));
    }

    private boolean step() {
        skipBlanksAndComments();
        if (at >= source.length()) {
            tokens.add(new Token(Kind.END, "", null, source.length(), source.length()));
            return false;
        }
        int start = at;
        char c = source.charAt(at);
        if (isIdentifierStart(c)) {
            identifierOrPrefixedString(c);
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            number();
        } else if (c == '\'') {
            at++;
            add(Kind.STRING, quoted(start, !settings.standardConformingStrings()), start);
        } else if (c == '"') {
            at++;
            addName(quotedIdentifier(start), start);
        } else if (c == '$') {
            parameterOrDollarQuote();
        } else {
            symbolOrOperator(c);
        }
        return true;
    }

    private void skipBlanksAndComments() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '-' && peek(1) == '-') {
                skipLine();
            } else if (c == '/' && peek(1) == '*') {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipLine() {
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipBlockComment() {
        int start = at;
        int depth = 0;
        do {
            if (at >= source.length()) {
                throw error("unterminated /* comment", start, source.length());
            }
            if (peek(0) == '/' && peek(1) == '*') {
                depth++;
                at += 2;
            } else if (peek(0) == '*' && peek(1) == '/') {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private void identifierOrPrefixedString(char c) {
        int start = at;
        char next = peek(1);
        if (next == '\'') {
            switch (c) {
                case 'e', 'E' -> {
                    at += 2;
                    add(Kind.STRING, quoted(start, true), start);
                    return;
                }
                case 'b', 'B', 'x', 'X' -> {
                    at += 2;
                    String digits = quotedRaw(
                            start,
                            "unterminated " + (c == 'b' || c == 'B' ? "bit" : "hexadecimal") + " string literal");
                    add(Kind.BIT_STRING, Character.toLowerCase(c) + digits, start);
                    return;
                }
                case 'n', 'N' -> {
                    // A national string: the type nchar, then an ordinary string.
                    at++;
                    Keywords.Keyword nchar = Keywords.find("nchar", 0, 5);
                    tokens.add(new Token(Kind.KEYWORD, nchar.word(), nchar, start, at));
                    return;
                }
                default -> {}
            }
        }
        if ((c == 'u' || c == 'U') && next == '&' && (peek(2) == '\'' || peek(2) == '"')) {
            unicode(start);
            return;
        }
        skipIdentifier();
        Keywords.Keyword keyword = Keywords.find(source, start, at);
        if (keyword != null) {
            tokens.add(new Token(Kind.KEYWORD, keyword.word(), keyword, start, at));
        } else {
            addName(fold(source.substring(start, at)), start);
        }
    }

    private void skipIdentifier() {
        while (at < source.length() && isIdentifierPart(source.charAt(at))) {
            at++;
        }
    }

    private static String fold(String written) {
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                char[] folded = written.toCharArray();
                for (int k = i; k < folded.length; k++) {
                    if (folded[k] >= 'A' && folded[k] <= 'Z') {
                        folded[k] = Character.toLowerCase(folded[k]);
                    }
                }
                return new String(folded);
            }
        }
        return written;
    }

    private void addName(String name, int start) {
        add(Kind.IDENTIFIER, truncate(name), start);
    }

    private String truncate(String name) {
        if (name.length() * 3 <= NAME_BYTES_MAX) {
            return name;
        }
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        if (utf8.length <= NAME_BYTES_MAX) {
            return name;
        }
        int length = NAME_BYTES_MAX;
        while ((utf8[length] & 0xc0) == 0x80) {
            length--;
        }
        String kept = new String(utf8, 0, length, StandardCharsets.UTF_8);
        settings.notices()
                .accept(Report.of(
                        Severity.NOTICE,
                        SqlState.NAME_TOO_LONG,
                        "identifier \"" + name + "\" will be truncated to \"" + kept + "\""));
        return kept;
    }

    private void number() {
        int start = at;
        Kind kind = Kind.INTEGER;
        digits();
        if (peek(0) == '.' && peek(1) != '.') {
            kind = Kind.FLOAT;
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int exponent = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if (isDigit(peek(exponent))) {
                kind = Kind.FLOAT;
                at += exponent;
                digits();
            }
        }
        if (isIdentifierStart(peek(0))) {
            boolean exponent = (peek(0) == 'e' || peek(0) == 'E') && (peek(1) == '+' || peek(1) == '-');
            if (exponent) {
                at += 2;
            } else {
                skipIdentifier();
            }
            throw error("trailing junk after numeric literal", start, at);
        }
        String text = source.substring(start, at);
        if (kind == Kind.INTEGER && !fitsInt4(text)) {
            kind = Kind.FLOAT;
        }
        add(kind, text, start);
    }

    private static boolean fitsInt4(String digits) {
        if (digits.length() < 10) {
            return true;
        }
        try {
            Integer.parseInt(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private void parameterOrDollarQuote() {
        int start = at;
        if (isDigit(peek(1))) {
            at++;
            digits();
            if (isIdentifierStart(peek(0))) {
                skipIdentifier();
                throw error("trailing junk after parameter", start, at);
            }
            add(Kind.PARAMETER, source.substring(start + 1, at), start);
            return;
        }
        int tagEnd = at + 1;
        if (tagEnd < source.length() && isDollarTagStart(source.charAt(tagEnd))) {
            while (tagEnd < source.length() && isDollarTagPart(source.charAt(tagEnd))) {
                tagEnd++;
            }
        }
        if (tagEnd >= source.length() || source.charAt(tagEnd) != '$') {
            throw syntaxErrorAt(start, start + 1);
        }
        String tag = source.substring(start, tagEnd + 1);
        int close = source.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw error("unterminated dollar-quoted string", start, source.length());
        }
        at = close + tag.length();
        add(Kind.STRING, source.substring(tagEnd + 1, close), start);
    }

    private void symbolOrOperator(char c) {
        int start = at;
        if (!Symbols.isOperatorCharacter(c)) {
            String symbol = Symbols.at(source, start);
            if (symbol == null) {
                throw syntaxErrorAt(start, start + Character.charCount(source.codePointAt(start)));
            }
            at += symbol.length();
            add(Kind.SYMBOL, symbol, start);
            return;
        }
        int length = Symbols.operatorLength(source, start);
        at += length;
        String symbol = Symbols.operator(source, start, length);
        if (symbol != null) {
            add(Kind.SYMBOL, symbol, start);
            return;
        }
        if (length > NAME_BYTES_MAX) {
            throw error("operator too long", start, at);
        }
        add(Kind.OPERATOR, source.substring(start, at), start);
    }

    /// Reads behind the opening quote up to the closing one, string continuations included.
    private String quoted(int start, boolean escapes) {
        StringBuilder value = new StringBuilder();
        while (true) {
            if (at >= source.length()) {
                throw error("unterminated quoted string", start, source.length());
            }
            char c = source.charAt(at++);
            boolean escaped = c == '\\' && escapes;
            if (!escaped && !Character.isLowSurrogate(c) && endsInHighSurrogate(value)) {
                throw error("invalid Unicode surrogate pair", at - 1, at);
            }
            if (c == '\'') {
                if (peek(0) == '\'') {
                    value.append('\'');
                    at++;
                } else if (!continues()) {
                    break;
                }
            } else if (escaped) {
                new StringEscape(source, start).decode(this, value);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }

    private static boolean endsInHighSurrogate(StringBuilder value) {
        return !value.isEmpty() && Character.isHighSurrogate(value.charAt(value.length() - 1));
    }

    int position() {
        return at;
    }

    void position(int position) {
        at = position;
    }

    private String quotedRaw(int start, String unterminated) {
        StringBuilder value = new StringBuilder();
        while (true) {
            if (at >= source.length()) {
                throw error(unterminated, start, source.length());
            }
            char c = source.charAt(at++);
            if (c != '\'') {
                value.append(c);
            } else if (!continues()) {
                return value.toString();
            }
        }
    }

    /// SQL joins strings that only white space with a newline parts; moves behind the next opening quote then.
    private boolean continues() {
        int back = at;
        boolean newline = false;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                newline = true;
                at++;
            } else if (isSpace(c)) {
                at++;
            } else if (c == '-' && peek(1) == '-' && newline) {
                skipLine();
            } else if (c == '\'' && newline) {
                at++;
                return true;
            } else {
                break;
            }
        }
        at = back;
        return false;
    }

    private String quotedIdentifier(int start) {
        StringBuilder name = new StringBuilder();
        while (true) {
            if (at >= source.length()) {
                throw error("unterminated quoted identifier", start, source.length());
            }
            char c = source.charAt(at++);
            if (c == '"') {
                if (peek(0) != '"') {
                    break;
                }
                at++;
            }
            name.append(c);
        }
        if (name.isEmpty()) {
            throw error("zero-length delimited identifier", start, at);
        }
        return name.toString();
    }

    /// U&'…' and U&"…", each perhaps with UESCAPE 'c' behind.
    private void unicode(int start) {
        boolean string = peek(2) == '\'';
        at += 3;
        if (string && !settings.standardConformingStrings()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "unsafe use of string constant with Unicode escapes")
                    .detail("String constants with Unicode escapes cannot be used when \"standard_conforming_strings\""
                            + " is off.")
                    .at(characterPosition(start));
        }
        int bodyStart = at;
        String raw = string ? quoted(start, false) : quotedIdentifier(start);
        int end = at;
        skipBlanksAndComments();
        char escape = '\\';
        if (source.regionMatches(true, at, "uescape", 0, 7) && !isIdentifierPart(peek(7))) {
            at += 7;
            skipBlanksAndComments();
            int escapeStart = at;
            if (peek(0) != '\'') {
                throw error("UESCAPE must be followed by a simple string literal", escapeStart, tokenEnd(escapeStart));
            }
            at++;
            String written = quoted(escapeStart, false);
            if (written.length() != 1 || isUnusableEscape(written.charAt(0))) {
                throw error("invalid Unicode escape character", escapeStart, at);
            }
            escape = written.charAt(0);
        } else {
            at = end;
        }
        String value = UnicodeEscapes.decode(raw, escape, bodyStart, source);
        if (string) {
            add(Kind.STRING, value, start);
        } else {
            addName(value, start);
        }
    }

    private int tokenEnd(int start) {
        int end = start;
        while (end < source.length() && isIdentifierPart(source.charAt(end))) {
            end++;
        }
        return Math.max(end, Math.min(start + 1, source.length()));
    }

    private static boolean isUnusableEscape(char c) {
        return Character.digit(c, 16) >= 0 || c == '+' || c == '\'' || c == '"' || isSpace(c);
    }

    PgException error(String message, int from, int to) {
        String near =
                from >= source.length() ? " at end of input" : " at or near \"" + source.substring(from, to) + "\"";
        return new PgException(SqlState.SYNTAX_ERROR, message + near).at(characterPosition(from));
    }

    private PgException syntaxErrorAt(int from, int to) {
        return error("syntax error", from, to);
    }

    /// From 1, in code points.
    private int characterPosition(int offset) {
        return source.codePointCount(0, offset) + 1;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000b';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isIdentifierStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    private static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || isDigit(c) || c == '$';
    }

    private static boolean isDollarTagStart(char c) {
        return isIdentifierStart(c);
    }

    private static boolean isDollarTagPart(char c) {
        return isIdentifierStart(c) || isDigit(c);
    }
}
