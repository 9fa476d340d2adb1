package io.pglitedb.types.datetime;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.template.LiteralScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The second argument of to_char, to_date and to_timestamp, cut into pieces. Immutable, shared by a small cache.
///
/// @param standard read as the SQL standard wants it: only known separators, strict matching
record DateTemplate(List<Node> nodes, boolean standard) {
    sealed interface Node {}

    /// @param pattern as it was written
    /// @param fill FM: no padding
    /// @param translated TM: names in the language of the session
    record Field(TemplateField field, String pattern, boolean fill, boolean translated, Ordinal ordinal)
            implements Node {}

    enum Ordinal {
        NONE,
        LOWER,
        UPPER
    }

    /// @param character one code point
    record Literal(Kind kind, String character) implements Node {}

    enum Kind {
        SPACE,
        SEPARATOR,
        OTHER
    }

    private static final int CACHED = 256;
    private static final int LONGEST_PATTERN = 5;
    private static final Map<String, TemplateField> PATTERNS = patterns();
    private static final Map<String, DateTemplate> CACHE = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DateTemplate> eldest) {
            return size() > CACHED;
        }
    };

    private static Map<String, TemplateField> patterns() {
        Map<String, TemplateField> known = new HashMap<>();
        for (TemplateField field : TemplateField.values()) {
            for (String pattern : field.patterns()) {
                known.put(pattern, field);
            }
        }
        return known;
    }

    static DateTemplate parse(String text) {
        synchronized (CACHE) {
            return CACHE.computeIfAbsent(text, key -> new DateTemplate(read(key, false), false));
        }
    }

    /// For jsonpath's datetime(); 22007 on a separator that the standard does not know.
    static DateTemplate parseStandard(String text) {
        return new DateTemplate(read(text, true), true);
    }

    private static List<Node> read(String text, boolean standard) {
        List<Node> nodes = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean fill = text.startsWith("FM", at) || text.startsWith("fm", at);
            boolean translated = text.startsWith("TM", at) || text.startsWith("tm", at);
            at += fill || translated ? 2 : 0;
            String pattern = patternAt(text, at);
            if (pattern != null) {
                at += pattern.length();
                Ordinal ordinal = text.startsWith("TH", at)
                        ? Ordinal.UPPER
                        : text.startsWith("th", at) ? Ordinal.LOWER : Ordinal.NONE;
                at += ordinal != Ordinal.NONE || text.startsWith("SP", at) ? 2 : 0;
                nodes.add(new Field(PATTERNS.get(pattern), pattern, fill, translated, ordinal));
            } else if (at < text.length()) {
                if (standard && text.charAt(at) != '"' && "-./,':; ".indexOf(text.charAt(at)) < 0) {
                    throw new PgException(
                            SqlState.INVALID_DATETIME_FORMAT,
                            "invalid datetime format separator: \"%s\""
                                    .formatted(Character.toString(text.codePointAt(at))));
                }
                at = LiteralScanner.scan(
                        text,
                        at,
                        quoted -> nodes.add(new Literal(Kind.OTHER, quoted)),
                        bare -> nodes.add(new Literal(kind(bare.charAt(0)), bare)));
            }
        }
        return List.copyOf(nodes);
    }

    /// The longest pattern there, null for none.
    private static String patternAt(String text, int at) {
        for (int length = Math.min(LONGEST_PATTERN, text.length() - at); length > 0; length--) {
            String candidate = text.substring(at, at + length);
            if (PATTERNS.containsKey(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static Kind kind(char c) {
        return isSeparator(c) ? Kind.SEPARATOR : isSpace(c) ? Kind.SPACE : Kind.OTHER;
    }

    /// Any ASCII character that is no letter, digit, space or control character.
    static boolean isSeparator(char c) {
        return c > ' ' && c < 0x7f && !(c >= 'A' && c <= 'Z') && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
    }

    static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
