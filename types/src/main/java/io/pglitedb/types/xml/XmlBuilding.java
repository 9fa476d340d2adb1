package io.pglitedb.types.xml;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Locale;

/// The pieces of SQL/XML's syntax: XMLPARSE, XMLSERIALIZE, XMLELEMENT, XMLPI, XMLROOT, XMLCONCAT, IS DOCUMENT.
/// Behaviour: PostgreSQL 15, `xml.c`.
public final class XmlBuilding {
    private XmlBuilding() {}

    /// Setting `xmloption`.
    static boolean isDocumentOption(SessionContext session) {
        return session != null && session.setting("xmloption").equalsIgnoreCase("document");
    }

    /// XMLPARSE: the text itself, white space included, when it is well-formed.
    public static Utf8 parse(Utf8 text, boolean document) {
        XmlParser.check(text.toString(), document);
        return text;
    }

    /// IS DOCUMENT.
    public static boolean isDocument(Utf8 xml) {
        return isWellFormed(xml, true);
    }

    static boolean isWellFormed(Utf8 text, boolean document) {
        try {
            parse(text, document);
            return true;
        } catch (PgException e) {
            return false;
        }
    }

    /// XMLSERIALIZE to a character type.
    public static Utf8 serialize(Utf8 xml, boolean document) {
        if (document && !isDocument(xml)) {
            throw new PgException(SqlState.NOT_AN_XML_DOCUMENT, "not an XML document");
        }
        return xml;
    }

    /// XMLCONCAT: declarations are joined to one. Null elements are left out; null when nothing is left.
    public static Utf8 concat(List<Utf8> values) {
        StringBuilder content = new StringBuilder();
        String version = null;
        boolean sameVersion = true;
        boolean anyNotStandalone = false;
        boolean allStandalone = true;
        boolean any = false;
        for (Utf8 value : values) {
            if (value == null) {
                continue;
            }
            any = true;
            String text = value.toString();
            XmlDeclaration declaration = XmlDeclaration.of(text);
            content.append(text, declaration.length(), text.length());
            allStandalone &= declaration.standalone() != null;
            anyNotStandalone |= Boolean.FALSE.equals(declaration.standalone());
            sameVersion &= declaration.version() != null && (version == null || version.equals(declaration.version()));
            version = version == null ? declaration.version() : version;
        }
        if (!any) {
            return null;
        }
        Boolean standalone = allStandalone ? (Boolean) !anyNotStandalone : null;
        return Utf8.of(XmlDeclaration.print(sameVersion ? version : null, standalone) + content);
    }

    /// What XMLROOT says of `standalone`.
    public enum Standalone {
        YES,
        NO,
        NO_VALUE,
        OMITTED
    }

    /// XMLROOT.
    ///
    /// @param version null for none
    public static Utf8 root(Utf8 xml, Utf8 version, Standalone standalone) {
        String text = xml.toString();
        XmlDeclaration declaration = XmlDeclaration.of(text);
        Boolean shown = switch (standalone) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            case NO_VALUE -> null;
            case OMITTED -> declaration.standalone();
        };
        String shownVersion = version == null ? null : version.toString();
        return Utf8.of(XmlDeclaration.print(shownVersion, shown) + text.substring(declaration.length()));
    }

    /// XMLPI.
    ///
    /// @param content null for none
    public static Utf8 processingInstruction(String target, Utf8 content) {
        if (target.toLowerCase(Locale.ROOT).equals("xml")) {
            throw invalidInstruction(
                    SqlState.SYNTAX_ERROR, "XML processing instruction target name cannot be \"" + target + "\".");
        }
        if (content == null) {
            return Utf8.of("<?" + target + "?>");
        }
        String text = content.toString();
        if (text.contains("?>")) {
            throw invalidInstruction(
                    SqlState.INVALID_XML_PROCESSING_INSTRUCTION, "XML processing instruction cannot contain \"?>\".");
        }
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return Utf8.of("<?" + target + " " + text.substring(start) + "?>");
    }

    private static PgException invalidInstruction(SqlState state, String detail) {
        return new PgException(state, "invalid XML processing instruction").detail(detail);
    }

    /// An attribute of XMLELEMENT.
    ///
    /// @param value not escaped; null leaves the attribute out
    public record Attribute(String name, String value) {}

    /// XMLELEMENT.
    ///
    /// @param content as `XmlValues.text` makes it, null for SQL NULL
    public static Utf8 element(String name, List<Attribute> attributes, List<String> content) {
        StringBuilder element = new StringBuilder("<").append(name);
        for (Attribute attribute : attributes) {
            if (attribute.value != null) {
                element.append(' ').append(attribute.name).append("=\"");
                element.append(XmlText.toAscii(XmlText.escapeAttribute(attribute.value)));
                element.append('"');
            }
        }
        boolean any = false;
        for (String piece : content) {
            if (piece != null) {
                element.append(any ? "" : ">").append(piece);
                any = true;
            }
        }
        return Utf8.of(
                any
                        ? element.append("</").append(name).append('>').toString()
                        : element.append("/>").toString());
    }
}
