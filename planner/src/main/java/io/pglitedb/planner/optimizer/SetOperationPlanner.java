package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.analyzer.ImplicitCast;
import io.pglitedb.planner.optimizer.from.JoinItem;
import io.pglitedb.planner.optimizer.from.Leaf;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.SortKey;
import io.pglitedb.planner.query.ColumnInfo;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.RangeTableEntry;
import io.pglitedb.planner.query.SetOperationTree;
import io.pglitedb.planner.query.SortGroupClause;
import java.util.ArrayList;
import java.util.List;

/// UNION, INTERSECT and EXCEPT: a leaf whose rows are the combined ones.
final class SetOperationPlanner {
    private final Scope scope;

    SetOperationPlanner(Scope scope) {
        this.scope = scope;
    }

    JoinItem plan() {
        SetOperationTree.Operation root =
                (SetOperationTree.Operation) scope.query().setOperations();
        PlanNode node = operation(root);
        Leaf.Rows leaf = new Leaf.Rows(scope.context().newLeaf(), "*SELECT*", node, List.of());
        scope.define(firstLeaf(root), leaf, root.columns().size());
        return new JoinItem.Inner(List.of(new JoinItem.One(leaf)), List.of());
    }

    private static int firstLeaf(SetOperationTree tree) {
        return switch (tree) {
            case SetOperationTree.Leaf(int index) -> index;
            case SetOperationTree.Operation operation -> firstLeaf(operation.left());
        };
    }

    private PlanNode node(SetOperationTree tree, List<ColumnInfo> columns) {
        PlanNode node = switch (tree) {
            case SetOperationTree.Leaf(int index) -> {
                RangeTableEntry.Subquery entry =
                        (RangeTableEntry.Subquery) scope.query().rangeTableEntry(index);
                QueryPlanner.Correlated planned = QueryPlanner.planCorrelated(scope, entry.query());
                yield planned.plan();
            }
            case SetOperationTree.Operation operation -> operation(operation);
        };
        return converted(node, columns);
    }

    /// The node's columns as the types of the operation.
    private PlanNode converted(PlanNode node, List<ColumnInfo> columns) {
        List<Expr> outputs = new ArrayList<>();
        List<PlanColumn> labels = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < columns.size(); i++) {
            ColumnInfo wanted = columns.get(i);
            PlanColumn have = node.columns().get(i);
            Expr slot = have.slot(i);
            Expr cast = have.type() == wanted.type()
                    ? slot
                    : ImplicitCast.to(
                            slot,
                            wanted.type(),
                            wanted.typmod(),
                            scope.context().catalog(),
                            scope.context().session());
            changed |= cast != slot;
            outputs.add(cast);
            labels.add(new PlanColumn(have.label(), wanted.type(), wanted.typmod(), wanted.collation()));
        }
        return changed || node.columns().size() != columns.size()
                ? new PlanNode.Project(node, outputs, labels, node.estimate())
                : node;
    }

    private PlanNode operation(SetOperationTree.Operation operation) {
        List<PlanColumn> columns = new ArrayList<>();
        for (ColumnInfo column : operation.columns()) {
            columns.add(new PlanColumn(column.name(), column.type(), column.typmod(), column.collation()));
        }
        List<GroupKey> keys = keys(operation);
        if (operation.kind() == SetOperationTree.Kind.UNION) {
            List<PlanNode> inputs = new ArrayList<>();
            collect(operation, operation, inputs);
            PlanNode append = append(inputs, columns);
            return operation.all() ? append : unique(append, operation, keys);
        }
        PlanNode left = node(operation.left(), operation.columns());
        PlanNode right = node(operation.right(), operation.columns());
        double rows = Math.max(1, left.estimate().rows() / 2);
        double cost = left.estimate().total()
                + right.estimate().total()
                + left.estimate().rows() * 0.02;
        return new PlanNode.SetOperation(
                operation.kind(),
                operation.all(),
                left,
                right,
                keys.isEmpty() ? defaultKeys(operation.columns()) : keys,
                columns,
                new Estimate(cost, cost, rows, left.estimate().width()));
    }

    private static List<GroupKey> keys(SetOperationTree.Operation operation) {
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < operation.grouping().size(); i++) {
            SortGroupClause clause = operation.grouping().get(i);
            keys.add(new GroupKey(
                    i, clause.equalityOperator(), operation.columns().get(i).collation()));
        }
        return keys;
    }

    private List<GroupKey> defaultKeys(List<ColumnInfo> columns) {
        DefaultOperators operators = new DefaultOperators(scope.context().catalog());
        List<GroupKey> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnInfo column = columns.get(i);
            keys.add(new GroupKey(i, operators.equality(column.type()), column.collation()));
        }
        return keys;
    }

    /// Inputs of unions within a union that remove no more duplicates than it does itself, and have its types.
    private void collect(SetOperationTree tree, SetOperationTree.Operation root, List<PlanNode> inputs) {
        if (tree instanceof SetOperationTree.Operation operation
                && operation.kind() == SetOperationTree.Kind.UNION
                && (operation.all() || !root.all())
                && sameTypes(operation.columns(), root.columns())) {
            collect(operation.left(), root, inputs);
            collect(operation.right(), root, inputs);
        } else {
            inputs.add(node(tree, root.columns()));
        }
    }

    private static boolean sameTypes(List<ColumnInfo> some, List<ColumnInfo> others) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i).type() != others.get(i).type()) {
                return false;
            }
        }
        return true;
    }

    static PlanNode append(List<PlanNode> inputs, List<PlanColumn> columns) {
        double rows = 0;
        double cost = 0;
        int width = 0;
        for (PlanNode input : inputs) {
            rows += input.estimate().rows();
            cost += input.estimate().total();
            width = Math.max(width, input.estimate().width());
        }
        return new PlanNode.Append(inputs, columns, new Estimate(0, cost, rows, width));
    }

    private PlanNode unique(PlanNode append, SetOperationTree.Operation operation, List<GroupKey> keys) {
        List<Expr> contents = new ArrayList<>();
        for (int i = 0; i < append.columns().size(); i++) {
            contents.add(append.columns().get(i).slot(i));
        }
        Stage stage = new Stage(append, new SlotMap(contents));
        boolean hashable = operation.grouping().stream().allMatch(SortGroupClause::hashable);
        if (hashable) {
            return QueryPlanner.hashDistinct(stage, keys, scope.context()).node();
        }
        List<SortKey> order = new ArrayList<>();
        for (int i = 0; i < operation.grouping().size(); i++) {
            SortGroupClause clause = operation.grouping().get(i);
            order.add(new SortKey(
                    i,
                    clause.sortOperator(),
                    false,
                    false,
                    operation.columns().get(i).collation()));
        }
        PlanNode sorted = stage.sort(order, -1, scope.context()).node();
        return new PlanNode.Unique(sorted, keys, sorted.estimate());
    }
}
