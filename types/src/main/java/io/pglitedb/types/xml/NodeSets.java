package io.pglitedb.types.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The JDK's node sets as libxml2 gives them: attributes in the order of the document, and each of several text
/// nodes side by side (CDATA sections are such) for itself.
final class NodeSets {
    private NodeSets() {}

    static List<Node> asLibxml(Iterable<Node> nodes) {
        List<Node> ordered = new ArrayList<>();
        List<Attr> attributes = new ArrayList<>();
        for (Node node : nodes) {
            if (!attributes.isEmpty()
                    && !(node instanceof Attr next
                            && next.getOwnerElement() == attributes.getFirst().getOwnerElement())) {
                flush(attributes, ordered);
            }
            if (node instanceof Attr attribute) {
                attributes.add(attribute);
            } else {
                addRun(node, ordered);
            }
        }
        flush(attributes, ordered);
        return ordered;
    }

    private static void flush(List<Attr> attributes, List<Node> ordered) {
        if (!attributes.isEmpty()) {
            Element owner = attributes.getFirst().getOwnerElement();
            List<String> names = TreeBuilder.attributeNames(owner);
            attributes.sort(Comparator.comparingInt(attribute -> names.indexOf(attribute.getName())));
            ordered.addAll(attributes);
            attributes.clear();
        }
    }

    /// The JDK names the first of neighbouring text nodes only.
    private static void addRun(Node node, List<Node> ordered) {
        ordered.add(node);
        if (node.getNodeType() == Node.TEXT_NODE) {
            for (Node next = node.getNextSibling();
                    next != null && next.getNodeType() == Node.TEXT_NODE;
                    next = next.getNextSibling()) {
                ordered.add(next);
            }
        }
    }
}
