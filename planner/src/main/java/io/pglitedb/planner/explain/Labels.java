package io.pglitedb.planner.explain;

import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// What the columns of plan nodes are called: a column of a table by its name, anything else by its expression,
/// in parentheses. Followed down to where it is made.
final class Labels {
    private final String soleAlias;
    private final BiFunction<Expr, List<String>, String> printer;
    private final Map<PlanNode, List<String>> known = new IdentityHashMap<>();

    /// @param soleAlias of the only table in the plan, whose columns need no prefix; null when there are several
    /// @param printer of an expression over columns of those names
    Labels(String soleAlias, BiFunction<Expr, List<String>, String> printer) {
        this.soleAlias = soleAlias;
        this.printer = printer;
    }

    List<String> of(PlanNode node) {
        List<String> labels = known.get(node);
        if (labels == null) {
            labels = made(node);
            known.put(node, labels);
        }
        return labels;
    }

    /// As `of`, for a condition that shows in the node's own lines: what the node itself computes needs no
    /// parentheses.
    List<String> within(PlanNode node) {
        if (!(node instanceof PlanNode.Aggregate aggregate)) {
            return of(node);
        }
        List<String> labels = new ArrayList<>(of(node));
        for (int call = 0; call < aggregate.calls().size(); call++) {
            labels.set(
                    aggregate.keys().size() + call,
                    printer.apply(aggregate.calls().get(call), of(aggregate.input())));
        }
        return labels;
    }

    /// The columns that the node's own expressions are over.
    List<String> input(PlanNode node) {
        return switch (node) {
            case PlanNode.Leaf leaf -> of(leaf);
            case PlanNode.Unary unary -> of(unary.input());
            case PlanNode.Binary binary -> both(binary);
            case PlanNode.Append append -> of(append);
            case PlanNode.FamilyScan family -> of(family);
        };
    }

    private List<String> both(PlanNode.Binary node) {
        List<String> all = new ArrayList<>(of(node.left()));
        all.addAll(of(node.right()));
        return all;
    }

    private List<String> made(PlanNode node) {
        return switch (node) {
            case PlanNode.Leaf leaf -> leaf.columns().stream().map(this::plain).toList();
            case PlanNode.Project project -> expressions(project.expressions(), of(project.input()));
            case PlanNode.ProjectSet project -> expressions(project.expressions(), of(project.input()));
            case PlanNode.Aggregate aggregate -> {
                List<String> input = of(aggregate.input());
                List<String> labels = new ArrayList<>();
                aggregate.keys().forEach(key -> labels.add(input.get(key.slot())));
                labels.addAll(expressions(aggregate.calls(), input));
                if (!aggregate.groupingSets().isEmpty()) {
                    labels.add("GROUPING()");
                }
                yield labels;
            }
            case PlanNode.Window window -> {
                List<String> labels = new ArrayList<>(of(window.input()));
                labels.addAll(expressions(window.calls(), of(window.input())));
                yield labels;
            }
            case PlanNode.NestedLoop join -> join.type().leftOnly() ? of(join.left()) : both(join);
            case PlanNode.HashJoin join -> join.type().leftOnly() ? of(join.left()) : both(join);
            case PlanNode.SetOperation operation -> of(operation.left());
            case PlanNode.RecursiveUnion union -> of(union.left());
            case PlanNode.Append append
            when !append.inputs().isEmpty() -> of(append.inputs().getFirst());
            case PlanNode.Sort _,
                    PlanNode.Filter _,
                    PlanNode.Limit _,
                    PlanNode.Unique _,
                    PlanNode.LockRows _,
                    PlanNode.Vectorized _ -> of(((PlanNode.Unary) node).input());
            default -> node.columns().stream().map(this::plain).toList();
        };
    }

    private String plain(PlanColumn column) {
        return soleAlias == null ? column.label() : column.label().replace(soleAlias + ".", "");
    }

    private List<String> expressions(List<? extends Expr> expressions, List<String> input) {
        List<String> labels = new ArrayList<>();
        for (Expr expression : expressions) {
            String text = printer.apply(expression, input);
            boolean bare = expression instanceof Expr.Slot
                    || expression instanceof Expr.Const
                    || text.startsWith("(") && text.endsWith(")") && closes(text);
            labels.add(bare ? text : "(" + text + ")");
        }
        return labels;
    }

    /// Whether the first parenthesis is closed by the last.
    private static boolean closes(String text) {
        int depth = 0;
        for (int index = 0; index < text.length() - 1; index++) {
            depth += text.charAt(index) == '(' ? 1 : text.charAt(index) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
