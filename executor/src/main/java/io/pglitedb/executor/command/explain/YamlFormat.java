package io.pglitedb.executor.command.explain;

import java.util.List;
import java.util.Map;

/// FORMAT YAML.
final class YamlFormat {
    private final StringBuilder text = new StringBuilder();

    private YamlFormat() {}

    static String text(Explanation explanation) {
        YamlFormat format = new YamlFormat();
        format.text.append("- ");
        format.fields(StructuredTree.of(explanation), 1);
        return format.text.toString();
    }

    /// The first field stands on the line begun.
    private void fields(Map<?, ?> map, int level) {
        boolean first = true;
        for (Map.Entry<?, ?> field : map.entrySet()) {
            if (!first) {
                text.append("\n").append("  ".repeat(level));
            }
            first = false;
            text.append(field.getKey()).append(": ");
            value(field.getValue(), level + 1);
        }
    }

    private void value(Object value, int level) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append("\n").append("  ".repeat(level));
                fields(map, level);
            }
            case List<?> list -> {
                for (Object element : list) {
                    text.append("\n").append("  ".repeat(level)).append("- ");
                    if (element instanceof Map<?, ?> map) {
                        fields(map, level + 1);
                    } else {
                        value(element, level + 1);
                    }
                }
            }
            case StructuredTree.Digits(String digits) -> text.append(digits);
            case Boolean flag -> text.append(flag);
            default ->
                text.append('"')
                        .append(value.toString()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n"))
                        .append('"');
        }
    }
}
