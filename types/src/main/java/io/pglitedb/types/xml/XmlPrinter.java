package io.pglitedb.types.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Prints a piece of a tree so that it stands alone: namespaces that it uses but does not declare are declared at
/// its top. Behaviour: libxml2, `xmlCopyNode` and `xmlNodeDump`.
final class XmlPrinter {
    private final StringBuilder out = new StringBuilder();

    /// Attributes of a piece are, those of a whole document are not.
    private final boolean asciiAttributes;

    private XmlPrinter(boolean asciiAttributes) {
        this.asciiAttributes = asciiAttributes;
    }

    static String print(Node node) {
        XmlPrinter printer = new XmlPrinter(node.getNodeType() != Node.DOCUMENT_NODE);
        if (node instanceof Element element) {
            Map<String, String> missing = new LinkedHashMap<>();
            findMissing(element, element, missing);
            printer.element(element, missing);
        } else {
            printer.node(node);
        }
        return printer.out.toString();
    }

    /// Prefixes that `element` and what is below it use, declared above `top` only.
    private static void findMissing(Element element, Element top, Map<String, String> missing) {
        require(element, prefixOf(element.getTagName()), element.getNamespaceURI(), top, missing);
        for (String name : TreeBuilder.attributeNames(element)) {
            String prefix = prefixOf(name);
            if (!prefix.isEmpty() && !prefix.equals("xmlns") && !prefix.equals("xml")) {
                require(element, prefix, element.getAttributeNode(name).getNamespaceURI(), top, missing);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                findMissing(inner, top, missing);
            }
        }
    }

    private static void require(
            Element element, String prefix, String namespace, Element top, Map<String, String> missing) {
        if (namespace == null) {
            return;
        }
        String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
        for (Node at = element; at instanceof Element scope; at = at.getParentNode()) {
            if (scope.hasAttribute(declaration)) {
                return;
            }
            if (scope == top) {
                break;
            }
        }
        missing.putIfAbsent(declaration, namespace);
    }

    private static String prefixOf(String qualifiedName) {
        int colon = qualifiedName.indexOf(':');
        return colon < 0 ? "" : qualifiedName.substring(0, colon);
    }

    private void node(Node node) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element((Element) node, Map.of());
            case Node.TEXT_NODE -> text(node);
            case Node.COMMENT_NODE ->
                out.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE -> {
                out.append("<?").append(node.getNodeName());
                out.append(node.getNodeValue().isEmpty() ? "" : " " + node.getNodeValue());
                out.append("?>");
            }
            case Node.DOCUMENT_NODE -> children(node);
            default -> throw new IllegalArgumentException("node type " + node.getNodeType());
        }
    }

    private void element(Element element, Map<String, String> moreNamespaces) {
        out.append('<').append(element.getTagName());
        List<String> names = TreeBuilder.attributeNames(element);
        names.stream().filter(XmlPrinter::declaresNamespace).forEach(name -> attribute(element, name));
        moreNamespaces.forEach(this::attribute);
        names.stream().filter(name -> !declaresNamespace(name)).forEach(name -> attribute(element, name));
        if (element.hasChildNodes()) {
            out.append('>');
            children(element);
            out.append("</").append(element.getTagName()).append('>');
        } else {
            out.append("/>");
        }
    }

    private static boolean declaresNamespace(String name) {
        return name.equals("xmlns") || name.startsWith("xmlns:");
    }

    private void attribute(Element element, String name) {
        attribute(name, element.getAttribute(name));
    }

    private void attribute(String name, String value) {
        String escaped = XmlText.escapeAttribute(value);
        out.append(' ').append(name).append("=\"");
        out.append(asciiAttributes ? XmlText.toAscii(escaped) : escaped).append('"');
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            node(child);
        }
    }

    private void text(Node text) {
        if (TreeBuilder.isCdata(text)) {
            out.append("<![CDATA[").append(text.getNodeValue()).append("]]>");
        } else {
            out.append(XmlText.escape(text.getNodeValue(), "&#13;"));
        }
    }
}
