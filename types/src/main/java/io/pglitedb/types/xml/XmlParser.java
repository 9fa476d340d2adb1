package io.pglitedb.types.xml;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/// The JDK's parser, made safe: no external entity is ever read, and elements nest 256 deep at most, as libxml2
/// has it.
final class XmlParser {
    private static final String DEPTH_MAX = "256";

    private static final SAXParserFactory PLAIN = factory(false);
    private static final SAXParserFactory NAMESPACES = factory(true);

    private XmlParser() {}

    /// Well-formed in the sense of XMLOPTION DOCUMENT or CONTENT; else 2200M or 2200N.
    static void check(String text, boolean document) {
        try {
            if (document) {
                parse(afterDeclaration(text), PLAIN, new Silent());
            } else {
                checkContent(text);
            }
        } catch (SAXException e) {
            throw document
                    ? malformed(SqlState.INVALID_XML_DOCUMENT, "invalid XML document", e)
                    : malformed(SqlState.INVALID_XML_CONTENT, "invalid XML content", e);
        }
    }

    private static void checkContent(String text) throws SAXException {
        String content = text.substring(XmlDeclaration.require(text).length());
        if (hasDoctype(content)) {
            parse(content, PLAIN, new Silent());
        } else {
            // a document has one root: whatever the content closes, this end tag then is one too many
            parse("<x>" + content + "</x>", PLAIN, new Silent());
        }
    }

    /// The tree of a document; 2200M when it is none, and here that includes prefixes that are not declared.
    static Document document(String text) {
        String document = afterDeclaration(text);
        TreeBuilder builder = new TreeBuilder();
        try {
            parse(document, NAMESPACES, builder);
        } catch (SAXException e) {
            throw malformed(SqlState.INVALID_XML_DOCUMENT, "could not parse XML document", e);
        }
        return builder.document();
    }

    private static String afterDeclaration(String text) {
        return text.substring(XmlDeclaration.of(text).length());
    }

    /// Comments and processing instructions may stand before it.
    private static boolean hasDoctype(String content) {
        int at = 0;
        while (true) {
            while (at < content.length() && XmlNames.isSpace(content.charAt(at))) {
                at++;
            }
            int end;
            if (content.startsWith("<!DOCTYPE", at)) {
                return true;
            } else if (content.startsWith("<!--", at)) {
                end = content.indexOf("-->", at + 4);
            } else if (content.startsWith("<?", at)) {
                end = content.indexOf("?>", at + 2);
            } else {
                return false;
            }
            if (end < 0) {
                return false;
            }
            at = content.indexOf('>', end) + 1;
        }
    }

    private static PgException malformed(SqlState state, String message, SAXException fault) {
        PgException error = new PgException(state, message, fault);
        return fault instanceof SAXParseException at
                ? error.detail("line " + at.getLineNumber() + ": " + fault.getMessage())
                : error.detail(fault.getMessage());
    }

    private static void parse(String text, SAXParserFactory factory, Silent handler) throws SAXException {
        try {
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setDTDHandler(handler);
            reader.setEntityResolver(handler);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            setDepth(reader);
            reader.parse(new InputSource(new StringReader(text)));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void setDepth(XMLReader reader) throws SAXException {
        try {
            reader.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEPTH_MAX);
        } catch (SAXNotRecognizedException e) {
            throw new IllegalStateException("not the JDK's parser: " + reader.getClass(), e);
        }
    }

    private static SAXParserFactory factory(boolean namespaces) {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(namespaces);
        try {
            factory.setFeature("http://javax.xml.XMLConstants/feature/secure-processing", true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/namespace-prefixes", true);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
        return factory;
    }

    /// Only judges. External entities are empty.
    static class Silent extends DefaultHandler2 {
        @Override
        public InputSource resolveEntity(String name, String publicId, String baseUri, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return resolveEntity(null, publicId, null, systemId);
        }
    }
}
