package io.pglitedb.types.xml;

import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/// Builds a DOM tree that remembers the order of attributes, which the JDK's own builder forgets. CDATA sections
/// become text nodes with a note: the JDK's XPath does not find them otherwise.
final class TreeBuilder extends XmlParser.Silent {
    private static final String ATTRIBUTE_ORDER = "attribute order";
    private static final String CDATA = "CDATA";
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final Document document = newDocument();
    private final StringBuilder text = new StringBuilder();
    private Node parent = document;
    private boolean inCdata;
    private boolean inDoctype;

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Document document() {
        return document;
    }

    /// Qualified names in the order of the document, namespace declarations among them.
    @SuppressWarnings("unchecked")
    static List<String> attributeNames(Element element) {
        return (List<String>) element.getUserData(ATTRIBUTE_ORDER);
    }

    static boolean isCdata(Node text) {
        return Boolean.TRUE.equals(text.getUserData(CDATA));
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes) {
        flush();
        Element element = document.createElementNS(uri.isEmpty() ? null : uri, qualifiedName);
        List<String> names = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getQName(i);
            names.add(name);
            boolean declaration = name.equals("xmlns") || name.startsWith("xmlns:");
            String namespace = declaration ? XMLNS : attributes.getURI(i);
            if (namespace.isEmpty()) {
                element.setAttribute(name, attributes.getValue(i));
            } else {
                element.setAttributeNS(namespace, name, attributes.getValue(i));
            }
        }
        element.setUserData(ATTRIBUTE_ORDER, names, null);
        parent.appendChild(element);
        parent = element;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        if (uri.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
            throw new SAXException("xmlns: '" + uri + "' is not a valid URI");
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        flush();
        parent = parent.getParentNode();
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        characters(characters, start, length);
    }

    @Override
    public void startCDATA() {
        flush();
        inCdata = true;
    }

    @Override
    public void endCDATA() {
        flush();
        inCdata = false;
    }

    private void flush() {
        if (!text.isEmpty()) {
            String content = text.toString();
            Node node = document.createTextNode(content);
            node.setUserData(CDATA, inCdata, null);
            parent.appendChild(node);
            text.setLength(0);
        }
    }

    @Override
    public void comment(char[] characters, int start, int length) {
        if (!inDoctype) {
            flush();
            parent.appendChild(document.createComment(new String(characters, start, length)));
        }
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (!inDoctype) {
            flush();
            parent.appendChild(document.createProcessingInstruction(target, data));
        }
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) {
        inDoctype = true;
    }

    @Override
    public void endDTD() {
        inDoctype = false;
    }
}
