package io.pglitedb.types.xml;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// Functions of xml that need no query.
public final class XmlFunctions {
    private XmlFunctions() {}

    @Prosrc("texttoxml")
    public static Utf8 ofText(CallContext call, Utf8 text) {
        return XmlBuilding.parse(text, XmlBuilding.isDocumentOption(call.session()));
    }

    @Prosrc("xmltotext")
    public static Utf8 toText(Utf8 xml) {
        return xml;
    }

    @Prosrc("xml_is_well_formed")
    public static boolean isWellFormed(CallContext call, Utf8 text) {
        return XmlBuilding.isWellFormed(text, XmlBuilding.isDocumentOption(call.session()));
    }

    @Prosrc("xml_is_well_formed_document")
    public static boolean isWellFormedDocument(Utf8 text) {
        return XmlBuilding.isWellFormed(text, true);
    }

    @Prosrc("xml_is_well_formed_content")
    public static boolean isWellFormedContent(Utf8 text) {
        return XmlBuilding.isWellFormed(text, false);
    }

    @Prosrc("xmlcomment")
    public static Utf8 comment(Utf8 text) {
        String comment = text.toString();
        if (comment.contains("--") || comment.endsWith("-")) {
            throw new PgException(SqlState.INVALID_XML_COMMENT, "invalid XML comment");
        }
        return Utf8.of("<!--" + comment + "-->");
    }

    /// Also the transition of xmlagg: null stands for nothing.
    @Prosrc("xmlconcat2")
    public static Utf8 concat(Utf8 left, Utf8 right) {
        return left == null ? right : right == null ? left : XmlBuilding.concat(Arrays.asList(left, right));
    }

    @Prosrc("xmlvalidate")
    public static boolean validate(Utf8 xml, Utf8 schema) {
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "xmlvalidate is not implemented");
    }
}
