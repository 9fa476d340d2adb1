package io.pglitedb.types.xml;

import io.pglitedb.types.Oids;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.floating.FloatText;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathEvaluationResult;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathNodes;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/// xpath and its kin: XPath 1.0 over one document.
public final class XPathFunctions {
    private XPathFunctions() {}

    @Prosrc("xpath")
    public static PgArray xpath(Utf8 path, Utf8 xml, PgArray namespaces) {
        return PgArray.of(Oids.XML, evaluate(path, xml, namespaces(namespaces)).toArray());
    }

    @Prosrc("xpath(text, xml)")
    public static PgArray xpath(Utf8 path, Utf8 xml) {
        return xpath(path, xml, PgArray.empty(Oids.TEXT));
    }

    @Prosrc({"xmlexists", "xpath_exists(text, xml)"})
    public static boolean exists(Utf8 path, Utf8 xml) {
        return exists(path, xml, PgArray.empty(Oids.TEXT));
    }

    @Prosrc("xpath_exists")
    public static boolean exists(Utf8 path, Utf8 xml, PgArray namespaces) {
        return !evaluate(path, xml, namespaces(namespaces)).isEmpty();
    }

    /// By prefix.
    private static Map<String, String> namespaces(PgArray pairs) {
        int[] dimensions = pairs.dimensions();
        if (dimensions.length != 0 && (dimensions.length != 2 || dimensions[1] != 2)) {
            throw new PgException(SqlState.DATA_EXCEPTION, "invalid array for XML namespace mapping")
                    .detail("The array must be two-dimensional with length of the second axis equal to 2.");
        }
        Map<String, String> namespaces = new HashMap<>();
        Object[] elements = pairs.elements();
        for (int i = 0; i < elements.length; i += 2) {
            if (elements[i] == null || elements[i + 1] == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "neither namespace name nor URI may be null");
            }
            namespaces.put(elements[i].toString(), elements[i + 1].toString());
        }
        return namespaces;
    }

    private static List<Utf8> evaluate(Utf8 path, Utf8 xml, Map<String, String> namespaces) {
        if (path.isEmpty()) {
            throw new PgException(SqlState.DATA_EXCEPTION, "empty XPath expression");
        }
        Document document = XmlParser.document(xml.toString());
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        Prefixes prefixes = new Prefixes(namespaces);
        xpath.setNamespaceContext(prefixes);
        XPathExpression expression;
        try {
            expression = xpath.compile(path.toString());
        } catch (XPathExpressionException e) {
            boolean unknownName = prefixes.metUnknown() || XPathNames.callsUnknownFunction(path.toString());
            throw internal(unknownName ? "could not create XPath object" : "invalid XPath expression", e);
        }
        try {
            return values(expression.evaluateExpression(document));
        } catch (XPathExpressionException e) {
            throw internal("could not create XPath object", e);
        }
    }

    private static PgException internal(String message, XPathExpressionException cause) {
        return new PgException(SqlState.INTERNAL_ERROR, message, cause);
    }

    private static List<Utf8> values(XPathEvaluationResult<?> result) {
        return switch (result.type()) {
            case BOOLEAN -> List.of(Utf8.of(String.valueOf(result.value())));
            case NUMBER -> List.of(number(((Number) result.value()).doubleValue()));
            case STRING -> List.of(Utf8.of(XmlText.escape((String) result.value())));
            default -> {
                List<Utf8> values = new ArrayList<>();
                for (Node node : NodeSets.asLibxml((XPathNodes) result.value())) {
                    values.add(Utf8.of(text(node)));
                }
                yield values;
            }
        };
    }

    private static Utf8 number(double value) {
        ByteWriter text = new ByteWriter();
        FloatText.print(value, 1, text);
        return new Utf8(text.toByteArray());
    }

    private static String text(Node node) {
        return switch (node.getNodeType()) {
            case Node.ATTRIBUTE_NODE -> XmlText.escape(node.getNodeValue());
            case Node.TEXT_NODE ->
                TreeBuilder.isCdata(node) ? XmlPrinter.print(node) : XmlText.escape(node.getNodeValue());
            case Node.DOCUMENT_NODE -> XmlPrinter.print(node) + "\n";
            default -> XmlPrinter.print(node);
        };
    }
}
