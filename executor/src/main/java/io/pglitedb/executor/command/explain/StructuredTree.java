package io.pglitedb.executor.command.explain;

import io.pglitedb.planner.explain.ExplainNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The explanation as maps and lists, for the structured formats. Values: String, Boolean, Number in its printed
/// form ([Digits]), List, Map.
final class StructuredTree {
    /// A number as it is to be printed.
    record Digits(String text) {}

    private final Explanation explanation;

    private StructuredTree(Explanation explanation) {
        this.explanation = explanation;
    }

    static Map<String, Object> of(Explanation explanation) {
        StructuredTree tree = new StructuredTree(explanation);
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("Plan", tree.node(explanation.root(), null, null));
        if (explanation.options().settings()) {
            query.put("Settings", explanation.settings());
        }
        if (explanation.options().summary()) {
            query.put("Planning Time", digits("%.3f", explanation.planningMs()));
        }
        if (explanation.options().analyze()) {
            query.put("Triggers", List.of());
            if (explanation.options().summary()) {
                query.put("Execution Time", digits("%.3f", explanation.executionMs()));
            }
        }
        return query;
    }

    private static Digits digits(String format, Object value) {
        return new Digits(String.format(Locale.ROOT, format, value));
    }

    private Map<String, Object> node(ExplainNode node, String relationship, String subPlan) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ExplainNode.Property attribute : node.attributes()) {
            fields.put(attribute.label(), attribute.value());
            if (attribute.label().equals("Node Type") || attribute.label().equals("Partial Mode")) {
                putPlace(fields, relationship, subPlan);
            }
        }
        if (explanation.options().costs()) {
            fields.put("Startup Cost", digits("%.2f", node.estimate().startup()));
            fields.put("Total Cost", digits("%.2f", node.estimate().total()));
            fields.put("Plan Rows", digits("%.0f", node.estimate().rows()));
            fields.put("Plan Width", digits("%d", node.estimate().width()));
        }
        if (explanation.options().analyze()) {
            actual(node, fields);
        }
        node.properties().forEach(property -> {
            fields.put(property.label(), property.value());
            measured(node, property, fields);
        });
        Measured run = explanation.options().buffers() ? explanation.measured(node) : null;
        if (run != null) {
            fields.put("Shared Hit Blocks", digits("%d", run.cachedBlocks));
            fields.put("Shared Read Blocks", digits("%d", run.readBlocks));
        }
        List<Object> plans = new ArrayList<>();
        node.children().forEach(child -> plans.add(node(child.node(), child.relationship(), child.name())));
        if (!plans.isEmpty()) {
            fields.put("Plans", plans);
        }
        return fields;
    }

    private void measured(ExplainNode node, ExplainNode.Property property, Map<String, Object> fields) {
        Measured measured = explanation.options().analyze() ? explanation.measured(node) : null;
        if (measured == null || measured.loops == 0) {
            return;
        }
        if (property.label().equals("Filter")) {
            fields.put("Rows Removed by Filter", digits("%d", Explanation.removed(measured)));
        }
        if (property.label().equals("Sort Key") && measured.sortMethod != null) {
            fields.put("Sort Method", measured.sortMethod);
            fields.put("Sort Space Used", digits("%d", Explanation.kilobytes(measured.sortBytes)));
            fields.put("Sort Space Type", measured.sortOnDisk ? "Disk" : "Memory");
        }
    }

    private static void putPlace(Map<String, Object> fields, String relationship, String subPlan) {
        if (relationship != null) {
            fields.put("Parent Relationship", relationship);
        }
        if (subPlan != null) {
            fields.put("Subplan Name", subPlan);
        }
        fields.put("Parallel Aware", false);
        fields.put("Async Capable", false);
    }

    private void actual(ExplainNode node, Map<String, Object> fields) {
        Measured measured = explanation.measured(node);
        boolean ran = measured != null && measured.loops > 0;
        if (explanation.options().timing()) {
            fields.put(
                    "Actual Startup Time",
                    digits("%.3f", ran ? Explanation.averageMs(measured.firstRowNanos, measured) : 0.0));
            fields.put(
                    "Actual Total Time",
                    digits("%.3f", ran ? Explanation.averageMs(measured.totalNanos, measured) : 0.0));
        }
        fields.put("Actual Rows", digits("%d", ran ? Explanation.averageRows(measured) : 0L));
        fields.put("Actual Loops", digits("%d", ran ? measured.loops : 0L));
    }
}
