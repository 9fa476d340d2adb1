package io.pglitedb.planner.optimizer;

import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How the rows of one query level reach a subquery that is planned by itself: EXECUTION parameters and what they
/// take.
final class Correlation {
    private final PlanningContext context;
    /// Expressions of the outer level, over its leaf variables, and their parameters.
    private final Map<Expr, Integer> parameters = new LinkedHashMap<>();

    Correlation(PlanningContext context) {
        this.context = context;
    }

    /// The parameter through which the subquery reads an expression of the outer level.
    Expr.Param parameter(Expr outer) {
        int number = parameters.computeIfAbsent(outer, key -> context.newParameter());
        return new Expr.Param(
                Expr.ParamKind.EXECUTION, number, outer.type(), outer.typmod(), outer.collation(), Origin.NONE);
    }

    /// Notes that the subquery depends on a parameter that is set further out.
    void passThrough(Expr.Param parameter) {
        parameters.putIfAbsent(parameter, parameter.number());
    }

    List<ParameterBinding> bindings() {
        List<ParameterBinding> list = new ArrayList<>();
        parameters.forEach((outer, number) -> list.add(new ParameterBinding(number, outer)));
        return list;
    }

    boolean isEmpty() {
        return parameters.isEmpty();
    }
}
