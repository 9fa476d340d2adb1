package io.pglitedb.executor.command.explain;

import java.util.List;
import java.util.Map;

/// FORMAT JSON.
final class JsonFormat {
    private final StringBuilder text = new StringBuilder();

    private JsonFormat() {}

    static String text(Explanation explanation) {
        JsonFormat format = new JsonFormat();
        format.value(List.of(StructuredTree.of(explanation)), 0);
        return format.text.toString();
    }

    private void value(Object value, int level) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append("{");
                String separator = "\n";
                for (Map.Entry<?, ?> field : map.entrySet()) {
                    text.append(separator).append("  ".repeat(level + 1));
                    string(field.getKey().toString());
                    text.append(": ");
                    value(field.getValue(), level + 1);
                    separator = ",\n";
                }
                text.append("\n").append("  ".repeat(level)).append("}");
            }
            case List<?> list
            when list.stream().allMatch(element -> element instanceof String) -> {
                text.append("[");
                String separator = "";
                for (Object element : list) {
                    text.append(separator);
                    string(element.toString());
                    separator = ", ";
                }
                text.append("]");
            }
            case List<?> list -> {
                text.append("[");
                String separator = "\n";
                for (Object element : list) {
                    text.append(separator).append("  ".repeat(level + 1));
                    value(element, level + 1);
                    separator = ",\n";
                }
                text.append("\n").append("  ".repeat(level)).append("]");
            }
            case StructuredTree.Digits(String digits) -> text.append(digits);
            case Boolean flag -> text.append(flag);
            default -> string(value.toString());
        }
    }

    private void string(String value) {
        text.append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
