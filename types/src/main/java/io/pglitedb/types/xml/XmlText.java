package io.pglitedb.types.xml;

/// Text as it stands in XML.
final class XmlText {
    private XmlText() {}

    /// Between tags.
    static String escape(String text) {
        return escape(text, "&#x0d;");
    }

    /// @param carriageReturn how that is written
    static String escape(String text, String carriageReturn) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append(carriageReturn);
                default -> escaped.append(text.charAt(i));
            }
        }
        return escaped.toString();
    }

    /// Between double quotes.
    static String escapeAttribute(String text) {
        return escape(text, "&#13;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
    }

    /// References for all other characters: libxml2's way with attributes when no encoding is said.
    static String toAscii(String escaped) {
        StringBuilder ascii = new StringBuilder(escaped.length());
        escaped.codePoints().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append("&#x%X;".formatted(c));
            }
        });
        return ascii.toString();
    }
}
