package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Map;
import java.util.regex.Pattern;

/// Rewrites PostgreSQL's advanced regular expressions for `java.util.regex`. Source: PostgreSQL manual, 9.7.3.
final class RegexTranslator {
    /// Which of the matches that begin leftmost is wanted.
    enum Preference {
        /// Java's own choice is it.
        AS_FOUND,
        LONGEST,
        SHORTEST
    }

    private static final int MAX_REPEAT = 255;
    private static final int END = -1;
    private static final String WORD = "[\\p{IsAlphabetic}\\p{IsDigit}_]";
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "\\p{IsAlphabetic}\\p{IsDigit}"),
            Map.entry("alpha", "\\p{IsAlphabetic}"),
            Map.entry("ascii", "\\x00-\\x7F"),
            Map.entry("blank", " \\t"),
            Map.entry("cntrl", "\\p{Cntrl}"),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "[\\p{Graph}[^\\x00-\\x7F\\p{IsWhite_Space}\\p{Cc}]]"),
            Map.entry("lower", "\\p{IsLowercase}"),
            Map.entry("print", "[\\p{Print}[^\\x00-\\x7F\\p{Cc}]]"),
            Map.entry("punct", "[\\p{Punct}\\p{IsPunctuation}]"),
            Map.entry("space", "\\p{IsWhite_Space}"),
            Map.entry("upper", "\\p{IsUppercase}"),
            Map.entry("word", "\\p{IsAlphabetic}\\p{IsDigit}_"),
            Map.entry("xdigit", "0-9A-Fa-f"));

    private final int[] source;
    private final StringBuilder out = new StringBuilder();
    private RegexFlags flags;
    private int at;
    private int groups;
    /// Lookaround constraints around the current place: groups in them do not capture, back references are
    /// refused.
    private int constraints;
    private boolean alternatives;
    private boolean groupRepeated;
    private Boolean firstGreedy;
    /// Greediness of every quantifier in a group with `{1,1}` or `{1,1}?`, which SIMILAR TO is made of: in
    /// PostgreSQL the outer one decides. Null outside.
    private Boolean forcedGreedy;
    private boolean mixed;

    RegexTranslator(String pattern, RegexFlags flags) {
        this.source = pattern.codePoints().toArray();
        this.flags = flags;
    }

    int javaFlags() {
        return Pattern.DOTALL | (flags.ignoreCase() ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }

    Preference preference() {
        if (!alternatives && !groupRepeated && !mixed) {
            return Preference.AS_FOUND;
        }
        return alternatives || firstGreedy == null || firstGreedy ? Preference.LONGEST : Preference.SHORTEST;
    }

    String translate() {
        prefix();
        if (flags.literal()) {
            return Pattern.quote(new String(source, at, source.length - at));
        }
        branches(0);
        if (at < source.length) {
            throw invalid("parentheses () not balanced");
        }
        return out.toString();
    }

    private void prefix() {
        if (startsWith("***=")) {
            at = 4;
            flags = flags.with('q');
        } else if (startsWith("***:")) {
            at = 4;
        } else if (startsWith("***")) {
            throw invalid("quantifier operand invalid");
        }
        if (!flags.literal() && startsWith("(?") && at + 2 < source.length && Character.isLetter(source[at + 2])) {
            for (at += 2; peek() != ')'; at++) {
                RegexFlags next = peek() == END ? null : flags.with(peek());
                if (next == null) {
                    throw invalid("invalid embedded option");
                }
                flags = next;
            }
            at++;
        }
    }

    private boolean startsWith(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= source.length || source[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int peek() {
        return at < source.length ? source[at] : END;
    }

    private void branches(int depth) {
        branch(depth);
        while (peek() == '|') {
            alternatives = true;
            at++;
            out.append('|');
            branch(depth);
        }
    }

    private void branch(int depth) {
        while (at < source.length && peek() != '|' && !(peek() == ')' && depth > 0)) {
            if (peek() == ')') {
                throw invalid("parentheses () not balanced");
            }
            if (!skipped()) {
                quantified(depth);
            }
        }
    }

    /// White space and comments of the expanded syntax, and `(?#…)`.
    private boolean skipped() {
        if (flags.expanded() && Character.isWhitespace(peek())) {
            at++;
            return true;
        }
        if (flags.expanded() && peek() == '#') {
            while (peek() != END && peek() != '\n') {
                at++;
            }
            return true;
        }
        if (startsWith("(?#")) {
            while (peek() != END && peek() != ')') {
                at++;
            }
            at++;
            return true;
        }
        return false;
    }

    private void quantified(int depth) {
        int start = out.length();
        int groupsBefore = groups;
        boolean group = peek() == '(';
        int atomStart = at;
        boolean repeatable = atom(depth);
        if (group && repeatable && startsWith("{1,1}")) {
            out.setLength(start);
            groups = groupsBefore;
            Boolean outer = forcedGreedy;
            forcedGreedy = at + 5 >= source.length || source[at + 5] != '?';
            at = atomStart;
            atom(depth);
            forcedGreedy = outer;
        }
        while (at < source.length && skipped()) {
            // between an atom and its quantifier
        }
        int c = peek();
        if (c != '*' && c != '+' && c != '?' && !(c == '{' && isDigit(at + 1))) {
            return;
        }
        if (!repeatable) {
            throw invalid("quantifier operand invalid");
        }
        // Java would let a quantifier bind to the last piece only.
        out.insert(start, "(?:").append(')');
        at++;
        out.append((char) c);
        if (c == '{') {
            bounds();
        }
        boolean greedy = peek() != '?';
        if (!greedy) {
            at++;
        }
        greedy = forcedGreedy == null ? greedy : forcedGreedy;
        if (!greedy) {
            out.append('?');
        }
        firstGreedy = firstGreedy == null ? Boolean.valueOf(greedy) : firstGreedy;
        mixed |= !greedy || firstGreedy != greedy;
        groupRepeated |= group || groups > groupsBefore;
        if (peek() == '*' || peek() == '+' || peek() == '?' || peek() == '{' && isDigit(at + 1)) {
            throw invalid("quantifier operand invalid");
        }
    }

    private boolean isDigit(int index) {
        return index < source.length && source[index] >= '0' && source[index] <= '9';
    }

    private void bounds() {
        int low = repeatCount();
        int high = low;
        out.append(low);
        if (peek() == ',') {
            at++;
            out.append(',');
            high = Integer.MAX_VALUE;
            if (isDigit(at)) {
                high = repeatCount();
                out.append(high);
            }
        }
        if (peek() == END) {
            throw invalid("braces {} not balanced");
        }
        if (peek() != '}' || low > high) {
            throw invalid("invalid repetition count(s)");
        }
        at++;
        out.append('}');
    }

    private int repeatCount() {
        int count = 0;
        while (isDigit(at)) {
            count = count * 10 + source[at++] - '0';
            if (count > MAX_REPEAT) {
                throw invalid("invalid repetition count(s)");
            }
        }
        return count;
    }

    /// True when a quantifier may follow.
    private boolean atom(int depth) {
        int c = source[at++];
        switch (c) {
            case '(' -> {
                return group(depth);
            }
            case '[' -> {
                if (startsWith("[:<:]]")) {
                    at += 6;
                    out.append("(?<!").append(WORD).append(")(?=").append(WORD).append(')');
                    return false;
                }
                if (startsWith("[:>:]]")) {
                    at += 6;
                    out.append("(?<=").append(WORD).append(")(?!").append(WORD).append(')');
                    return false;
                }
                bracket();
                return true;
            }
            case '.' -> {
                out.append(flags.dotStopsAtNewline() ? "[^\\n]" : ".");
                return true;
            }
            case '^' -> {
                out.append(flags.anchorsAtLines() ? "(?:\\A|(?<=\\n))" : "\\A");
                return false;
            }
            case '$' -> {
                out.append(flags.anchorsAtLines() ? "(?=\\n|\\z)" : "\\z");
                return false;
            }
            case '*', '+', '?' -> throw invalid("quantifier operand invalid");
            case '{' -> {
                if (isDigit(at)) {
                    throw invalid("quantifier operand invalid");
                }
                literal(c);
                return true;
            }
            case '\\' -> {
                return escape();
            }
            default -> {
                literal(c);
                return true;
            }
        }
    }

    private void literal(int c) {
        if (c < 128 && !Character.isLetterOrDigit(c)) {
            out.append('\\');
        }
        out.appendCodePoint(c);
    }

    private boolean group(int depth) {
        boolean repeatable = true;
        String opening = "(";
        for (String special : new String[] {"?:", "?=", "?!", "?<=", "?<!"}) {
            if (startsWith(special)) {
                opening = "(" + special;
                at += special.length();
                repeatable = special.equals("?:");
                break;
            }
        }
        if (opening.equals("(")) {
            if (peek() == '?') {
                throw invalid("quantifier operand invalid");
            }
            if (constraints > 0) {
                opening = "(?:";
            } else {
                groups++;
            }
        }
        out.append(opening);
        constraints += repeatable ? 0 : 1;
        branches(depth + 1);
        constraints -= repeatable ? 0 : 1;
        if (peek() != ')') {
            throw invalid("parentheses () not balanced");
        }
        at++;
        out.append(')');
        return repeatable;
    }

    private boolean escape() {
        if (peek() == END) {
            throw invalid("invalid escape \\ sequence");
        }
        int c = source[at];
        String constraint = switch (c) {
            case 'A' -> "\\A";
            case 'Z' -> "\\z";
            case 'm' -> "(?<!" + WORD + ")(?=" + WORD + ")";
            case 'M' -> "(?<=" + WORD + ")(?!" + WORD + ")";
            case 'y' -> "(?:(?<!" + WORD + ")(?=" + WORD + ")|(?<=" + WORD + ")(?!" + WORD + "))";
            case 'Y' -> "(?:(?<!" + WORD + ")(?!" + WORD + ")|(?<=" + WORD + ")(?=" + WORD + "))";
            default -> null;
        };
        if (constraint != null) {
            at++;
            out.append(constraint);
            return false;
        }
        String set = classEscape(c);
        if (set != null) {
            at++;
            out.append(Character.isUpperCase(c) ? "[^" : "[").append(set).append(']');
            return true;
        }
        if (c >= '1' && c <= '9' && isBackReference()) {
            int number = 0;
            while (isDigit(at)) {
                number = number * 10 + source[at++] - '0';
            }
            if (number > groups || constraints > 0) {
                throw invalid("invalid backreference number");
            }
            out.append("(?:\\").append(number).append(')');
            return true;
        }
        literal(characterEscape());
        return true;
    }

    /// One digit always; more when there are as many groups; otherwise they are an octal character.
    private boolean isBackReference() {
        int end = at;
        int number = 0;
        while (isDigit(end) && number < 1000) {
            number = number * 10 + source[end++] - '0';
        }
        return end == at + 1 || number <= groups;
    }

    private static String classEscape(int letter) {
        return switch (letter) {
            case 'd', 'D' -> CLASSES.get("digit");
            case 's', 'S' -> CLASSES.get("space");
            case 'w', 'W' -> CLASSES.get("word");
            default -> null;
        };
    }

    private int characterEscape() {
        int c = source[at++];
        if (!(c < 128 && Character.isLetterOrDigit(c))) {
            return c;
        }
        return switch (c) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'B' -> '\\';
            case 'c' -> {
                if (peek() == END) {
                    throw invalid("invalid escape \\ sequence");
                }
                yield source[at++] & 0x1f;
            }
            case 'e' -> 27;
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 11;
            case 'u' -> number(16, 4, 4);
            case 'U' -> number(16, 8, 8);
            case 'x' -> number(16, 1, 255);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                at--;
                yield number(8, 1, 3);
            }
            default -> throw invalid("invalid escape \\ sequence");
        };
    }

    private int number(int radix, int minDigits, int maxDigits) {
        long value = 0;
        int digits = 0;
        while (digits < maxDigits && at < source.length && Character.digit(source[at], radix) >= 0) {
            value = value * radix + Character.digit(source[at++], radix);
            digits++;
            if (value > Character.MAX_CODE_POINT) {
                throw invalid("invalid escape \\ sequence");
            }
        }
        if (digits < minDigits) {
            throw invalid("invalid escape \\ sequence");
        }
        return (int) value;
    }

    private void bracket() {
        boolean negated = peek() == '^';
        out.append('[');
        if (negated) {
            at++;
            out.append('^');
            if (flags.dotStopsAtNewline()) {
                out.append("\\n");
            }
        }
        boolean first = true;
        while (peek() != ']' || first) {
            first = false;
            if (peek() == END) {
                throw invalid("brackets [] not balanced");
            }
            if (startsWith("[:")) {
                String name = delimited(':');
                String set = CLASSES.get(name);
                if (set == null) {
                    throw invalid("invalid character class");
                }
                out.append(
                        flags.ignoreCase() && (name.equals("lower") || name.equals("upper"))
                                ? CLASSES.get("alpha")
                                : set);
                continue;
            }
            if (peek() == '\\' && at + 1 < source.length && classEscape(source[at + 1]) != null) {
                if (Character.isUpperCase(source[at + 1])) {
                    out.append("[^").append(classEscape(source[at + 1])).append(']');
                } else {
                    out.append(classEscape(source[at + 1]));
                }
                at += 2;
                continue;
            }
            int low = element();
            literal(low);
            if (peek() == '-' && at + 1 < source.length && source[at + 1] != ']') {
                at++;
                int high = element();
                if (high < low) {
                    throw invalid("invalid character range");
                }
                out.append('-');
                literal(high);
            }
        }
        at++;
        out.append(']');
    }

    private int element() {
        if (peek() == END) {
            throw invalid("brackets [] not balanced");
        }
        if (startsWith("[.") || startsWith("[=")) {
            String name = delimited(source[at + 1]);
            if (name.codePointCount(0, name.length()) != 1) {
                throw invalid("invalid collating element");
            }
            return name.codePointAt(0);
        }
        int c = source[at++];
        if (c != '\\') {
            return c;
        }
        if (peek() == END) {
            throw invalid("invalid escape \\ sequence");
        }
        return characterEscape();
    }

    /// What stands in `[:…:]`, `[.….]`, `[=…=]`.
    private String delimited(int mark) {
        int start = at + 2;
        for (int end = start; end + 1 < source.length; end++) {
            if (source[end] == mark && source[end + 1] == ']') {
                at = end + 2;
                return new String(source, start, end - start);
            }
        }
        throw invalid("brackets [] not balanced");
    }

    private static PgException invalid(String reason) {
        return new PgException(SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + reason);
    }
}
