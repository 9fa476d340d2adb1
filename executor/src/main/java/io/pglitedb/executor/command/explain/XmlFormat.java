package io.pglitedb.executor.command.explain;

import java.util.List;
import java.util.Map;

/// FORMAT XML.
final class XmlFormat {
    private final StringBuilder text = new StringBuilder();

    private XmlFormat() {}

    static String text(Explanation explanation) {
        XmlFormat format = new XmlFormat();
        format.text.append("<explain xmlns=\"http://www.postgresql.org/2009/explain\">\n  <Query>\n");
        format.fields(StructuredTree.of(explanation), 2);
        format.text.append("  </Query>\n</explain>");
        return format.text.toString();
    }

    private void fields(Map<?, ?> map, int level) {
        map.forEach((name, value) -> field(name.toString(), value, level));
    }

    private void field(String name, Object value, int level) {
        String spaces = "  ".repeat(level);
        String tag = name.replace(' ', '-');
        switch (value) {
            case Map<?, ?> map -> {
                text.append(spaces).append("<").append(tag).append(">\n");
                fields(map, level + 1);
                text.append(spaces).append("</").append(tag).append(">\n");
            }
            case List<?> list -> {
                text.append(spaces).append("<").append(tag).append(">\n");
                list.forEach(element -> field(element instanceof Map ? "Plan" : "Item", element, level + 1));
                text.append(spaces).append("</").append(tag).append(">\n");
            }
            case StructuredTree.Digits(String digits) -> element(spaces, tag, digits);
            default -> element(spaces, tag, value.toString());
        }
    }

    private void element(String spaces, String tag, String value) {
        text.append(spaces).append("<").append(tag).append(">").append(escaped(value));
        text.append("</").append(tag).append(">\n");
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#x0d;");
    }
}
