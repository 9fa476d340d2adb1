package io.pglitedb.planner.optimizer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.optimizer.expression.Conjuncts;
import io.pglitedb.planner.optimizer.expression.ExpressionFacts;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import java.util.ArrayList;
import java.util.List;

/// Plans subqueries in expressions.
final class SubLinkPlanner {
    private SubLinkPlanner() {}

    static Expr plan(Scope scope, Expr.SubLink link) {
        PlanningContext context = scope.context();
        Correlation correlation = new Correlation(context);
        PlanNode plan = QueryPlanner.plan(scope.separate(link.query(), correlation));
        List<ParameterBinding> bindings = correlation.bindings();
        String name = bindings.isEmpty() && link.test() == null ? "InitPlan" : "SubPlan";
        int index = context.addSubPlan(name, plan);
        List<Integer> outputs = new ArrayList<>();
        if (link.test() != null || link.kind() == Expr.SubLinkKind.MULTIEXPR) {
            plan.columns().forEach(column -> outputs.add(context.newParameter()));
        }
        if (link.kind() == Expr.SubLinkKind.MULTIEXPR) {
            scope.defineMultiAssignment(link.number(), outputs);
        }
        Expr test = link.test() == null ? null : scope.lower(readOutputs(link.test(), outputs));
        List<Expr.SubPlan.HashKey> hashKeys = link.kind() == Expr.SubLinkKind.ANY && bindings.isEmpty()
                ? hashKeys(test, outputs, context.catalog())
                : List.of();
        return new Expr.SubPlan(
                link.kind(),
                index,
                bindings.stream().map(ParameterBinding::parameter).toList(),
                bindings.stream().map(ParameterBinding::value).toList(),
                test,
                outputs,
                hashKeys,
                link.type(),
                link.typmod(),
                link.collation(),
                link.origin());
    }

    /// A subquery inside the test compares with columns of its own.
    private static Expr readOutputs(Expr test, List<Integer> outputs) {
        if (test instanceof Expr.SubLink) {
            return test;
        }
        if (test instanceof Expr.Param parameter && parameter.kind() == Expr.ParamKind.SUBLINK) {
            return new Expr.Param(
                    Expr.ParamKind.EXECUTION,
                    outputs.get(parameter.number() - 1),
                    parameter.type(),
                    parameter.typmod(),
                    parameter.collation(),
                    parameter.origin());
        }
        // The test of a subquery inside the test reads that one's columns.
        return test instanceof Expr.SubLink ? test : test.mapChildren(child -> readOutputs(child, outputs));
    }

    /// One key a column, when the test is nothing but hashable equalities of an outer value with a column each.
    private static List<Expr.SubPlan.HashKey> hashKeys(Expr test, List<Integer> outputs, CatalogView catalog) {
        Expr.SubPlan.HashKey[] keys = new Expr.SubPlan.HashKey[outputs.size()];
        for (Expr condition : Conjuncts.of(test)) {
            var operator = ExpressionFacts.hashableEquality(condition, catalog);
            if (operator == null || operator.leftType() != operator.rightType()) {
                return List.of();
            }
            Expr.OperatorCall call = (Expr.OperatorCall) condition;
            Expr right = withoutRelabel(call.arguments().get(1));
            Expr left = call.arguments().getFirst();
            if (!(right instanceof Expr.Param parameter) || readsAny(left, outputs)) {
                return List.of();
            }
            int column = outputs.indexOf(parameter.number());
            if (column < 0 || parameter.kind() != Expr.ParamKind.EXECUTION || keys[column] != null) {
                return List.of();
            }
            keys[column] = new Expr.SubPlan.HashKey(left, operator.oid(), call.inputCollation());
        }
        for (Expr.SubPlan.HashKey key : keys) {
            if (key == null) {
                return List.of();
            }
        }
        return List.of(keys);
    }

    private static Expr withoutRelabel(Expr expression) {
        return expression instanceof Expr.RelabelType relabel ? withoutRelabel(relabel.argument()) : expression;
    }

    private static boolean readsAny(Expr expression, List<Integer> parameters) {
        if (expression instanceof Expr.Param parameter
                && parameter.kind() == Expr.ParamKind.EXECUTION
                && parameters.contains(parameter.number())) {
            return true;
        }
        return expression.children().stream().anyMatch(child -> readsAny(child, parameters));
    }
}
