package io.pglitedb.planner.explain;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.explain.ExplainNode.Child;
import io.pglitedb.planner.explain.ExplainNode.Property;
import io.pglitedb.planner.plan.Estimate;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlannedStatement;
import io.pglitedb.planner.plan.PlannedStatement.SubPlanDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Turns a plan into [ExplainNode]s. Projections have no line of their own: they show as their input does.
public final class PlanDescriber {
    private final PlannedStatement statement;
    private final boolean verbose;
    private final NodeTexts texts;
    private final Map<Integer, String> parameters = new HashMap<>();
    private final Set<Integer> described = new HashSet<>();

    private PlanDescriber(PlannedStatement statement, CatalogView catalog, SessionContext session, boolean verbose) {
        this.statement = statement;
        this.verbose = verbose;
        String sole = ScanNames.sole(statement);
        this.texts = new NodeTexts(statement, catalog, session, sole, parameters, verbose);
    }

    public static ExplainNode describe(
            PlannedStatement statement, CatalogView catalog, SessionContext session, boolean verbose) {
        PlanDescriber describer = new PlanDescriber(statement, catalog, session, verbose);
        List<Child> shared = new ArrayList<>();
        for (int plan = 0; plan < statement.subPlans().size(); plan++) {
            SubPlanDef definition = statement.subPlans().get(plan);
            if (definition.shared() || definition.runToEnd()) {
                describer.described.add(plan);
                shared.add(new Child("InitPlan", definition.name(), describer.describe(definition.root())));
            }
        }
        ExplainNode root = describer.describe(statement.root());
        shared.addAll(root.children());
        return new ExplainNode(
                root.title(), root.attributes(), root.node(), root.estimate(), root.properties(), shared);
    }

    private ExplainNode describe(PlanNode node) {
        return describe(node, node, new ArrayList<>(), List.of());
    }

    /// @param outermost of the nodes that are shown as one
    /// @param filters of the nodes above that belong to it
    /// @param expressions that the nodes above evaluate: their sub plans are shown here
    private ExplainNode describe(PlanNode outermost, PlanNode node, List<Property> filters, List<Expr> expressions) {
        if (node instanceof PlanNode.Project project) {
            List<Expr> all = new ArrayList<>(expressions);
            all.addAll(project.expressions());
            return describe(outermost, project.input(), filters, all);
        }
        if (node instanceof PlanNode.FamilyScan family && family.inputs().size() == 1) {
            return describe(outermost, family.inputs().getFirst(), filters, expressions);
        }
        if (node instanceof PlanNode.Filter filter && isConstant(filter.predicate())) {
            return gate(outermost, filter, filters, expressions);
        }
        if (node instanceof PlanNode.Filter filter) {
            List<Property> more = new ArrayList<>(filters);
            more.add(new Property("Filter", texts.print(filter.predicate(), texts.within(filter.input()))));
            List<Expr> all = new ArrayList<>(expressions);
            all.add(filter.predicate());
            return describe(outermost, filter.input(), more, all);
        }
        if (node instanceof PlanNode.NestedLoop join) {
            for (PlanNode.ParameterBinding binding : join.parameters()) {
                parameters.put(binding.parameter(), texts.print(binding.value(), texts.of(join.left())));
            }
        }
        List<Property> properties = new ArrayList<>();
        List<String> outputs = verbose ? texts.outputs(outermost, node) : List.of();
        if (!outputs.isEmpty()) {
            properties.add(new Property("Output", outputs));
        }
        properties.addAll(texts.properties(node));
        properties.addAll(filters);
        List<Expr> all = new ArrayList<>(expressions);
        all.addAll(NodeExpressions.of(node));
        List<Child> subPlans = subPlans(all, node);
        List<Child> children = new ArrayList<>(subPlans);
        children.removeIf(child -> !child.relationship().equals(PlanColumns.INIT_PLAN));
        subPlans.removeAll(children);
        children.addAll(inputs(node));
        children.addAll(subPlans);
        return new ExplainNode(
                texts.title(node), texts.attributes(node), outermost, outermost.estimate(), properties, children);
    }

    /// A condition that does not depend on the rows stands in a node of its own.
    private ExplainNode gate(
            PlanNode outermost, PlanNode.Filter filter, List<Property> filters, List<Expr> expressions) {
        List<Property> properties = new ArrayList<>(filters);
        properties.add(new Property("One-Time Filter", texts.print(filter.predicate(), texts.within(filter.input()))));
        List<Child> children = new ArrayList<>(subPlans(List.of(filter.predicate()), filter.input()));
        boolean bare = filter.input() instanceof PlanNode.SingleRow;
        if (!bare) {
            children.add(
                    new Child("Outer", null, describe(filter.input(), filter.input(), new ArrayList<>(), expressions)));
        }
        return new ExplainNode(
                "Result",
                List.of(new Property("Node Type", "Result")),
                outermost,
                outermost.estimate(),
                properties,
                children);
    }

    private static boolean isConstant(Expr expression) {
        return !(expression instanceof Expr.Slot)
                && expression.children().stream().allMatch(PlanDescriber::isConstant);
    }

    private List<Child> inputs(PlanNode node) {
        List<Child> inputs = new ArrayList<>();
        switch (node) {
            case PlanNode.HashJoin join -> {
                inputs.add(new Child("Outer", null, describe(join.left())));
                ExplainNode right = describe(join.right());
                inputs.add(new Child(
                        "Inner",
                        null,
                        new ExplainNode(
                                "Hash",
                                List.of(new Property("Node Type", "Hash")),
                                join.right(),
                                hash(right),
                                passedOn(right),
                                List.of(new Child("Outer", null, right)))));
            }
            case PlanNode.NestedLoop join
            when keepsRows(join) -> {
                inputs.add(new Child("Outer", null, describe(join.left())));
                ExplainNode right = describe(join.right());
                inputs.add(new Child(
                        "Inner",
                        null,
                        new ExplainNode(
                                "Materialize",
                                List.of(new Property("Node Type", "Materialize")),
                                join.right(),
                                right.estimate(),
                                passedOn(right),
                                List.of(new Child("Outer", null, right)))));
            }
            case PlanNode.Binary binary -> {
                inputs.add(new Child("Outer", null, describe(binary.left())));
                inputs.add(new Child("Inner", null, describe(binary.right())));
            }
            case PlanNode.Append append ->
                append.inputs().forEach(input -> inputs.add(new Child("Member", null, describe(input))));
            case PlanNode.FamilyScan family ->
                family.inputs().forEach(input -> inputs.add(new Child("Member", null, describe(input))));
            // PostgreSQL's append computes nothing: something above it computes the new values.
            case PlanNode.Update update
            when isAppend(update.input()) -> {
                ExplainNode append = describe(update.input());
                inputs.add(new Child(
                        "Outer",
                        null,
                        new ExplainNode(
                                "Result",
                                List.of(new Property("Node Type", "Result")),
                                update.input(),
                                append.estimate(),
                                List.of(),
                                List.of(new Child("Outer", null, append)))));
            }
            case PlanNode.Unary unary -> inputs.add(new Child("Outer", null, describe(unary.input())));
            case PlanNode.Leaf _ -> {}
        }
        return inputs;
    }

    /// The Output of a node that gives what its input gives.
    private static List<Property> passedOn(ExplainNode input) {
        return input.properties().stream()
                .filter(property -> property.label().equals("Output"))
                .toList();
    }

    /// Whether the right side's rows are kept for the next left row: where they can be read again at once they
    /// are not.
    private static boolean keepsRows(PlanNode.NestedLoop join) {
        PlanNode right = join.right();
        while (right instanceof PlanNode.Project project) {
            right = project.input();
        }
        boolean kept = right instanceof PlanNode.CteScan
                || right instanceof PlanNode.WorkTableScan
                || right instanceof PlanNode.FunctionScan
                || right instanceof PlanNode.ValuesScan
                || right instanceof PlanNode.Sort
                || right instanceof PlanNode.SingleRow;
        return join.parameters().isEmpty() && !kept && join.left().estimate().rows() > 1;
    }

    private static boolean isAppend(PlanNode node) {
        return switch (node) {
            case PlanNode.Project project -> isAppend(project.input());
            case PlanNode.FamilyScan family -> family.inputs().size() > 1;
            default -> false;
        };
    }

    /// The table is built from the right side's rows at once.
    private static Estimate hash(ExplainNode right) {
        return new Estimate(
                right.estimate().total(),
                right.estimate().total(),
                right.estimate().rows(),
                right.estimate().width());
    }

    /// Sub plans that stand in the expressions, and were not shown yet.
    private List<Child> subPlans(List<Expr> expressions, PlanNode node) {
        List<Child> children = new ArrayList<>();
        expressions.forEach(expression -> collect(expression, node, children));
        children.sort(Comparator.comparing(Child::name));
        return children;
    }

    private void collect(Expr expression, PlanNode node, List<Child> children) {
        if (expression instanceof Expr.SubPlan subPlan && described.add(subPlan.plan())) {
            SubPlanDef definition = statement.subPlans().get(subPlan.plan());
            for (int index = 0; index < subPlan.parameters().size(); index++) {
                parameters.put(
                        subPlan.parameters().get(index),
                        texts.print(subPlan.arguments().get(index), texts.input(node)));
            }
            boolean initial = definition.name().startsWith(PlanColumns.INIT_PLAN);
            String name = initial
                    ? definition.name() + " (returns $" + PlanColumns.initPlanNumber(statement, subPlan.plan()) + ")"
                    : definition.name();
            children.add(new Child(initial ? PlanColumns.INIT_PLAN : "SubPlan", name, describe(definition.root())));
        }
        expression.children().forEach(child -> collect(child, node, children));
    }

    /// How a join is called besides its algorithm; empty for inner ones.
    static String joinWord(JoinType type) {
        return switch (type) {
            case INNER -> "";
            case LEFT -> "Left";
            case RIGHT -> "Right";
            case FULL -> "Full";
            case SEMI -> "Semi";
            case ANTI -> "Anti";
        };
    }
}
