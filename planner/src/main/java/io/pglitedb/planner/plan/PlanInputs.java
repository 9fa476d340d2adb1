package io.pglitedb.planner.plan;

import java.util.function.UnaryOperator;

/// Plans with other inputs.
public final class PlanInputs {
    private PlanInputs() {}

    /// The same node over changed inputs; itself when none changed.
    public static PlanNode map(PlanNode node, UnaryOperator<PlanNode> change) {
        return switch (node) {
            case PlanNode.Leaf leaf -> leaf;
            case PlanNode.Unary unary -> {
                PlanNode input = change.apply(unary.input());
                yield input == unary.input() ? unary : over(unary, input);
            }
            case PlanNode.Binary binary -> {
                PlanNode left = change.apply(binary.left());
                PlanNode right = change.apply(binary.right());
                yield left == binary.left() && right == binary.right() ? binary : over(binary, left, right);
            }
            case PlanNode.Append append ->
                new PlanNode.Append(append.inputs().stream().map(change).toList(), append.columns(), append.estimate());
            case PlanNode.FamilyScan family ->
                new PlanNode.FamilyScan(
                        family.inputs().stream().map(change).toList(), family.columns(), family.estimate());
        };
    }

    private static PlanNode over(PlanNode.Unary unary, PlanNode input) {
        return switch (unary) {
            case PlanNode.Vectorized node -> new PlanNode.Vectorized(input);
            case PlanNode.Filter node -> new PlanNode.Filter(input, node.predicate(), node.estimate());
            case PlanNode.Project node ->
                new PlanNode.Project(input, node.expressions(), node.columns(), node.estimate());
            case PlanNode.ProjectSet node ->
                new PlanNode.ProjectSet(input, node.expressions(), node.columns(), node.estimate());
            case PlanNode.Sort node -> new PlanNode.Sort(input, node.keys(), node.rowsMax(), node.estimate());
            case PlanNode.Limit node ->
                new PlanNode.Limit(input, node.offset(), node.count(), node.ties(), node.estimate());
            case PlanNode.Aggregate node ->
                new PlanNode.Aggregate(
                        input,
                        node.sorted(),
                        node.keys(),
                        node.groupingSets(),
                        node.calls(),
                        node.columns(),
                        node.estimate());
            case PlanNode.Window node ->
                new PlanNode.Window(
                        input,
                        node.name(),
                        node.partition(),
                        node.order(),
                        node.peers(),
                        node.frame(),
                        node.calls(),
                        node.columns(),
                        node.estimate());
            case PlanNode.Unique node -> new PlanNode.Unique(input, node.keys(), node.estimate());
            case PlanNode.LockRows node -> new PlanNode.LockRows(input, node.locks(), node.estimate());
            case PlanNode.Insert node ->
                new PlanNode.Insert(
                        input,
                        node.target(),
                        node.partitions(),
                        node.conflict(),
                        node.returning(),
                        node.columns(),
                        node.estimate());
            case PlanNode.Update node ->
                new PlanNode.Update(
                        input,
                        node.target(),
                        node.members(),
                        node.partitions(),
                        node.identity(),
                        node.assignments(),
                        node.returning(),
                        node.columns(),
                        node.estimate());
            case PlanNode.Merge node ->
                new PlanNode.Merge(
                        input,
                        node.target(),
                        node.members(),
                        node.partitions(),
                        node.identity(),
                        node.steps(),
                        node.estimate());
            case PlanNode.Delete node ->
                new PlanNode.Delete(
                        input,
                        node.target(),
                        node.members(),
                        node.identity(),
                        node.returning(),
                        node.columns(),
                        node.estimate());
        };
    }

    private static PlanNode over(PlanNode.Binary binary, PlanNode left, PlanNode right) {
        return switch (binary) {
            case PlanNode.NestedLoop node ->
                new PlanNode.NestedLoop(
                        node.type(), left, right, node.parameters(), node.condition(), node.columns(), node.estimate());
            case PlanNode.HashJoin node ->
                new PlanNode.HashJoin(
                        node.type(),
                        left,
                        right,
                        node.keys(),
                        node.residual(),
                        node.nullAware(),
                        node.columns(),
                        node.estimate());
            case PlanNode.SetOperation node ->
                new PlanNode.SetOperation(
                        node.kind(), node.all(), left, right, node.keys(), node.columns(), node.estimate());
            case PlanNode.RecursiveUnion node ->
                new PlanNode.RecursiveUnion(
                        left, right, node.workTable(), node.keys(), node.columns(), node.estimate());
        };
    }
}
