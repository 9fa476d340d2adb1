package io.pglitedb.planner.explain;

import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.PlanNode;
import java.util.List;

/// A plan node in words.
///
/// @param title the line of the text format, before the costs
/// @param attributes what other formats have in place of the title: `Node Type` first
/// @param node whose run is measured for it
/// @param properties the lines below, of every format
public record ExplainNode(
        String title,
        List<Property> attributes,
        PlanNode node,
        Estimate estimate,
        List<Property> properties,
        List<Child> children) {
    /// Label of the tables that a statement changes; the text format has a line for each.
    public static final String TARGET_TABLES = "Target Tables";

    /// @param value a String, or a list of strings
    public record Property(String label, Object value) {}

    /// @param relationship to its parent: Outer, Inner, Member, InitPlan, SubPlan
    /// @param name of a sub plan: `SubPlan 1`, `CTE x`; null for an input
    public record Child(String relationship, String name, ExplainNode node) {}

    public ExplainNode {
        attributes = List.copyOf(attributes);
        properties = List.copyOf(properties);
        children = List.copyOf(children);
    }
}
