package io.pglitedb.types.xml;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;

/// Namespaces by prefix, for one XPath expression; notes whether a prefix was asked for that there is none of.
final class Prefixes implements NamespaceContext {
    private final Map<String, String> namespaces;
    private boolean metUnknown;

    Prefixes(Map<String, String> namespaces) {
        this.namespaces = namespaces;
    }

    boolean metUnknown() {
        return metUnknown;
    }

    @Override
    public String getNamespaceURI(String prefix) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
            return XMLConstants.XML_NS_URI;
        }
        String namespace = namespaces.get(prefix);
        if (namespace == null && prefix.isEmpty()) {
            return XMLConstants.NULL_NS_URI;
        }
        metUnknown |= namespace == null;
        return namespace;
    }

    @Override
    public String getPrefix(String namespace) {
        return namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().equals(namespace))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(null);
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
        String prefix = getPrefix(namespace);
        return (prefix == null ? List.<String>of() : List.of(prefix)).iterator();
    }
}
