package io.pglitedb.types.xml;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` in front of a value.
/// Behaviour: PostgreSQL 15, `parse_xml_decl`.
///
/// @param length characters that it takes, 0 when there is none
/// @param version null when there is none
/// @param standalone null when nothing is said
record XmlDeclaration(int length, String version, Boolean standalone) {
    private static final XmlDeclaration NONE = new XmlDeclaration(0, null, null);

    /// Says what is wrong with a declaration.
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    static XmlDeclaration parse(String text) throws Malformed {
        return isPresent(text) ? new Reader(text).read() : NONE;
    }

    /// For a value that was checked when it was made.
    static XmlDeclaration of(String xml) {
        try {
            return parse(xml);
        } catch (Malformed e) {
            return NONE;
        }
    }

    /// For text that is to become content: 2200N.
    static XmlDeclaration require(String text) {
        try {
            return parse(text);
        } catch (Malformed e) {
            throw new PgException(SqlState.INVALID_XML_CONTENT, "invalid XML content: invalid XML declaration")
                    .detail(e.getMessage());
        }
    }

    /// Not a processing instruction whose name only starts with xml.
    private static boolean isPresent(String text) {
        return text.startsWith("<?xml") && (text.length() == 5 || !XmlNames.isNameCharacter(text.codePointAt(5)));
    }

    /// The declaration as it is printed: nothing when it says only what goes without saying.
    static String print(String version, Boolean standalone) {
        if (standalone == null && (version == null || version.equals("1.0"))) {
            return "";
        }
        String shown = "<?xml version=\"" + (version == null ? "1.0" : version) + "\"";
        return standalone == null ? shown + "?>" : shown + " standalone=\"" + (standalone ? "yes" : "no") + "\"?>";
    }

    private static final class Reader {
        private final String text;
        private int at = 5;

        Reader(String text) {
            this.text = text;
        }

        XmlDeclaration read() throws Malformed {
            requireSpace(at);
            skipSpace();
            String version = value("version", "Malformed declaration: missing version.");
            if (startsAttribute("encoding")) {
                value("encoding", "Missing encoding in text declaration.");
            }
            Boolean standalone = null;
            if (startsAttribute("standalone")) {
                standalone = standalone();
            }
            skipSpace();
            if (!text.startsWith("?>", at)) {
                throw new Malformed("Parsing XML declaration: '?>' expected.");
            }
            at += 2;
            if (text.chars().limit(at).anyMatch(c -> c > 127)) {
                throw new Malformed("Invalid character value.");
            }
            return new XmlDeclaration(at, version, standalone);
        }

        private boolean startsAttribute(String name) throws Malformed {
            int start = at;
            skipSpace();
            if (!text.startsWith(name, at)) {
                at = start;
                return false;
            }
            requireSpace(start);
            return true;
        }

        private Boolean standalone() throws Malformed {
            String malformed = "standalone accepts only 'yes' or 'no'.";
            String value = value("standalone", malformed);
            if (!value.equals("yes") && !value.equals("no")) {
                throw new Malformed(malformed);
            }
            return value.equals("yes");
        }

        private String value(String name, String malformed) throws Malformed {
            if (!text.startsWith(name, at)) {
                throw new Malformed(malformed);
            }
            at += name.length();
            skipSpace();
            if (peek() != '=') {
                throw new Malformed(malformed);
            }
            at++;
            skipSpace();
            int end = peek() == '\'' || peek() == '"' ? text.indexOf(peek(), at + 1) : -1;
            if (end < 0) {
                throw new Malformed(malformed);
            }
            String value = text.substring(at + 1, end);
            at = end + 1;
            return value;
        }

        private void requireSpace(int index) throws Malformed {
            if (index >= text.length() || !XmlNames.isSpace(text.charAt(index))) {
                throw new Malformed("Space required.");
            }
        }

        private int peek() {
            return at < text.length() ? text.charAt(at) : -1;
        }

        private void skipSpace() {
            while (at < text.length() && XmlNames.isSpace(text.charAt(at))) {
                at++;
            }
        }
    }
}
