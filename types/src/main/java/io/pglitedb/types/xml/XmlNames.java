package io.pglitedb.types.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Characters of names, and SQL identifiers as XML names. Sources: XML 1.0, productions 3 to 5; SQL/XML, mapping
/// of identifiers.
public final class XmlNames {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-F]{4,5})_");

    private XmlNames() {}

    static boolean isSpace(int character) {
        return character == ' ' || character == '\t' || character == '\n' || character == '\r';
    }

    static boolean isNameStart(int character) {
        return Character.isLetter(character)
                || character == '_'
                || character == ':'
                || Character.getType(character) == Character.LETTER_NUMBER;
    }

    static boolean isNameCharacter(int character) {
        return isNameStart(character)
                || Character.isDigit(character)
                || character == '-'
                || character == '.'
                || character == 0xb7
                || switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.MODIFIER_LETTER -> true;
                    default -> false;
                };
    }

    /// The identifier that `ofIdentifier` made the name from.
    public static String toIdentifier(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(
                        escape -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    /// Characters that no name may have become `_xHHHH_`.
    ///
    /// @param fully escapes every colon and a leading "xml", too
    /// @param periods escapes periods, too
    public static String ofIdentifier(String identifier, boolean fully, boolean periods) {
        StringBuilder name = new StringBuilder(identifier.length());
        for (int i = 0; i < identifier.length(); i += Character.charCount(identifier.codePointAt(i))) {
            int c = identifier.codePointAt(i);
            boolean escaped = switch (c) {
                case ':' -> i == 0 || fully;
                case '_' -> identifier.startsWith("x", i + 1);
                case 'x', 'X' -> i == 0 && fully && identifier.regionMatches(true, 0, "xml", 0, 3);
                case '.' -> periods || i == 0;
                default -> i == 0 ? !isNameStart(c) : !isNameCharacter(c);
            };
            if (escaped) {
                name.append("_x%04X_".formatted(c));
            } else {
                name.appendCodePoint(c);
            }
        }
        return name.toString();
    }
}
