package io.pglitedb.planner.optimizer.from;

import io.pglitedb.planner.optimizer.QueryPlanner;
import io.pglitedb.planner.optimizer.QueryWalk;
import io.pglitedb.planner.optimizer.Scope;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// WHERE: conditions that are EXISTS, NOT EXISTS or IN become semi and anti joins where that means the same.
/// Source of the rules: PostgreSQL's convert_EXISTS_sublink_to_join and convert_ANY_sublink_to_join.
final class SubLinkJoins {
    private final Scope scope;

    SubLinkJoins(Scope scope) {
        this.scope = scope;
    }

    JoinItem.Inner apply(List<JoinItem> items, List<Expr> where) {
        List<Expr> conditions = new ArrayList<>();
        List<JoinItem.Outer> joins = new ArrayList<>();
        for (Expr condition : where) {
            JoinItem.Outer join = items.isEmpty() ? null : join(condition);
            if (join == null) {
                conditions.add(condition);
            } else {
                joins.add(join);
            }
        }
        List<JoinItem.Outer> values = items.isEmpty() ? List.of() : decorrelated(conditions);
        JoinItem.Inner inner = joined(new JoinItem.Inner(items, List.of()), values);
        inner = new JoinItem.Inner(inner.items(), scope.lowerAll(conditions));
        return joined(inner, joins);
    }

    /// The joins that subqueries in the conditions, and in targets which are computed for each joined row,
    /// become.
    private List<JoinItem.Outer> decorrelated(List<Expr> conditions) {
        Query query = scope.query();
        List<Expr> expressions = new ArrayList<>(conditions);
        boolean grouped = query.features().aggregates()
                || !query.group().isEmpty()
                || !query.groupingSets().isEmpty()
                || query.having() != null;
        if (!grouped && query.setOperations() == null) {
            query.targets().forEach(target -> expressions.add(target.expression()));
        }
        return new Decorrelation(scope).apply(expressions);
    }

    private static JoinItem.Inner joined(JoinItem.Inner left, List<JoinItem.Outer> joins) {
        JoinItem.Inner inner = left;
        for (JoinItem.Outer join : joins) {
            inner = new JoinItem.Inner(
                    List.of(new JoinItem.Outer(join.type(), inner, join.right(), join.conditions(), false)), List.of());
        }
        return inner;
    }

    /// Null when the condition has to stay one; the left side is still empty.
    private JoinItem.Outer join(Expr condition) {
        return switch (condition) {
            case Expr.SubLink link when link.kind() == Expr.SubLinkKind.EXISTS -> exists(link, JoinType.SEMI);
            case Expr.BooleanExpr not
            when not.kind() == Expr.BooleanKind.NOT
                    && not.arguments().getFirst() instanceof Expr.SubLink link
                    && link.kind() == Expr.SubLinkKind.EXISTS -> exists(link, JoinType.ANTI);
            case Expr.SubLink link when link.kind() == Expr.SubLinkKind.ANY -> any(link);
            default -> null;
        };
    }

    private JoinItem.Outer exists(Expr.SubLink link, JoinType type) {
        Query subquery = withoutTargets(link.query());
        if (!FromPlanner.isPlain(subquery)
                || subquery.joinTree().items().isEmpty()
                || !SubqueryShape.hasPlainFrom(subquery)) {
            return null;
        }
        JoinItem.Inner right = new FromPlanner(scope.merged(subquery)).plan();
        return JoinItem.isClosed(right.items()) ? split(type, right, List.of()) : null;
    }

    /// Neither order nor targets nor a limit that lets a row through matter to EXISTS.
    private static Query withoutTargets(Query query) {
        boolean harmless = query.groupingSets().isEmpty()
                && query.having() == null
                && !query.features().aggregates()
                && !query.features().setReturningTargets()
                && query.limitOffset() == null
                && query.limitCount() == null;
        return harmless && query.setOperations() == null
                ? query.toBuilder()
                        .targets(List.of())
                        .sort(List.of())
                        .distinct(List.of())
                        .group(List.of())
                        .build()
                : query;
    }

    private JoinItem.Outer any(Expr.SubLink link) {
        Query subquery = link.query();
        if (QueryWalk.hasOuterReferences(subquery)
                || ExpressionFacts.contains(link.test(), Expr.SubLink.class)
                || ExpressionFacts.isVolatile(link.test(), scope.context().catalog())
                || ExpressionFacts.leaves(scope.lower(link.test())).isEmpty()) {
            return null;
        }
        if (FromPlanner.isPlain(subquery)
                && !subquery.joinTree().items().isEmpty()
                && subquery.targets().stream()
                        .noneMatch(target -> ExpressionFacts.isVolatile(
                                target.expression(), scope.context().catalog()))) {
            Scope inner = scope.merged(subquery);
            JoinItem.Inner right = new FromPlanner(inner).plan();
            List<Expr> columns = new ArrayList<>();
            subquery.resultColumns().forEach(target -> columns.add(inner.lower(target.expression())));
            return split(JoinType.SEMI, right, List.of(test(link.test(), columns)));
        }
        var planned = QueryPlanner.planCorrelated(scope, subquery);
        Leaf.Rows leaf = new Leaf.Rows(scope.context().newLeaf(), "ANY_subquery", planned.plan(), planned.bindings());
        leaf.sources(planned.outputs());
        scope.context().define(leaf);
        List<Expr> columns = new ArrayList<>();
        for (int i = 1; i <= subquery.resultColumns().size(); i++) {
            columns.add(leaf.variable(i));
        }
        return split(
                JoinType.SEMI,
                new JoinItem.Inner(List.of(new JoinItem.One(leaf)), List.of()),
                List.of(test(link.test(), columns)));
    }

    /// The comparison, of the outer value with the subquery's columns.
    private Expr test(Expr test, List<Expr> columns) {
        if (test instanceof Expr.Param parameter && parameter.kind() == Expr.ParamKind.SUBLINK) {
            return columns.get(parameter.number() - 1);
        }
        return test instanceof Expr.Var ? scope.lower(test) : test.mapChildren(child -> test(child, columns));
    }

    /// What only reads the right side stays there; the rest is the join's condition.
    private static JoinItem.Outer split(JoinType type, JoinItem.Inner right, List<Expr> tests) {
        Set<Integer> leaves = right.leaves();
        List<Expr> inside = new ArrayList<>();
        List<Expr> conditions = new ArrayList<>(tests);
        for (Expr condition : right.conditions()) {
            (leaves.containsAll(ExpressionFacts.leaves(condition)) ? inside : conditions).add(condition);
        }
        return new JoinItem.Outer(
                type,
                new JoinItem.Inner(List.of(), List.of()),
                new JoinItem.Inner(right.items(), inside),
                conditions,
                false);
    }
}
