package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.vector.scan.ScanPruning;
import io.pglitedb.planner.explain.ExplainNode;
import io.pglitedb.planner.explain.ExplainNode.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// FORMAT TEXT: a tree of lines.
final class TextFormat {
    private static final int STEP = 6;

    private final Explanation explanation;
    private final List<String> lines = new ArrayList<>();

    private TextFormat(Explanation explanation) {
        this.explanation = explanation;
    }

    static List<String> lines(Explanation explanation) {
        TextFormat format = new TextFormat(explanation);
        format.node(explanation.root(), "", 2);
        if (!explanation.settings().isEmpty()) {
            format.lines.add(explanation.settings().entrySet().stream()
                    .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'")
                    .collect(Collectors.joining(", ", "Settings: ", "")));
        }
        if (explanation.options().summary()) {
            format.lines.add(number("Planning Time: %.3f ms", explanation.planningMs()));
            if (explanation.options().analyze()) {
                format.lines.add(number("Execution Time: %.3f ms", explanation.executionMs()));
            }
        }
        return format.lines;
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /// @param lead what stands before the title
    /// @param indent of the lines below
    private void node(ExplainNode node, String lead, int indent) {
        lines.add(lead + node.title() + costs(node) + actual(node));
        String spaces = " ".repeat(indent);
        for (Property property : node.properties()) {
            if (property.label().equals(ExplainNode.TARGET_TABLES)) {
                ((List<?>) property.value()).forEach(table -> lines.add(spaces + table));
            } else {
                lines.add(spaces + property.label() + ": " + text(property.value()));
            }
            measured(node, property, spaces);
        }
        segments(node, spaces);
        blocks(node, spaces);
        for (ExplainNode.Child child : node.children()) {
            if (child.name() == null) {
                node(child.node(), spaces + "->  ", indent + STEP);
            } else {
                lines.add(spaces + child.name());
                node(child.node(), spaces + "  ->  ", indent + 2 + STEP);
            }
        }
    }

    /// What the run tells of a condition or an order.
    private void measured(ExplainNode node, Property property, String spaces) {
        Measured measured = explanation.options().analyze() ? explanation.measured(node) : null;
        if (measured == null || measured.loops == 0) {
            return;
        }
        switch (property.label()) {
            case "Filter" -> {
                if (measured.removed > 0) {
                    lines.add(number("%sRows Removed by Filter: %d", spaces, Explanation.removed(measured)));
                }
            }
            case "Sort Key" -> {
                if (measured.sortMethod != null) {
                    lines.add(number(
                            "%sSort Method: %s  %s: %dkB",
                            spaces,
                            measured.sortMethod,
                            measured.sortOnDisk ? "Disk" : "Memory",
                            Explanation.kilobytes(measured.sortBytes)));
                }
            }
            default -> {}
        }
    }

    private void segments(ExplainNode node, String spaces) {
        Measured measured = explanation.options().analyze() ? explanation.measured(node) : null;
        ScanPruning pruning = measured == null ? null : ScanPruning.sum(measured.prunings);
        if (pruning != null && !pruning.isEmpty()) {
            lines.add(spaces + "Segments: " + pruning);
        }
    }

    /// As PostgreSQL: what is 0 is not said.
    private void blocks(ExplainNode node, String spaces) {
        Measured measured = explanation.options().buffers() ? explanation.measured(node) : null;
        if (measured != null && measured.cachedBlocks + measured.readBlocks > 0) {
            lines.add(spaces + "Buffers: shared"
                    + (measured.cachedBlocks > 0 ? " hit=" + measured.cachedBlocks : "")
                    + (measured.readBlocks > 0 ? " read=" + measured.readBlocks : ""));
        }
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private String costs(ExplainNode node) {
        return explanation.options().costs()
                ? number(
                        "  (cost=%.2f..%.2f rows=%.0f width=%d)",
                        node.estimate().startup(),
                        node.estimate().total(),
                        node.estimate().rows(),
                        node.estimate().width())
                : "";
    }

    private String actual(ExplainNode node) {
        if (!explanation.options().analyze()) {
            return "";
        }
        Measured measured = explanation.measured(node);
        if (measured == null || measured.loops == 0) {
            return " (never executed)";
        }
        return explanation.options().timing()
                ? number(
                        " (actual time=%.3f..%.3f rows=%d loops=%d)",
                        Explanation.averageMs(measured.firstRowNanos, measured),
                        Explanation.averageMs(measured.totalNanos, measured),
                        Explanation.averageRows(measured),
                        measured.loops)
                : number(" (actual rows=%d loops=%d)", Explanation.averageRows(measured), measured.loops);
    }
}
