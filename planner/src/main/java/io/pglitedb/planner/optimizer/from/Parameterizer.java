package io.pglitedb.planner.optimizer.from;

import io.pglitedb.planner.optimizer.PlanningContext;
import io.pglitedb.planner.plan.PlanNode.ParameterBinding;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes leaf variables out of expressions: EXECUTION parameters stand in their places.
public final class Parameterizer {
    private final PlanningContext context;
    private final Map<Expr, Integer> parameters = new LinkedHashMap<>();

    public Parameterizer(PlanningContext context) {
        this.context = context;
    }

    public Expr replace(Expr expression) {
        return expression instanceof Expr.Var ? parameter(expression) : expression.mapChildren(this::replace);
    }

    /// One parameter for the whole expression.
    public Expr.Param parameter(Expr value) {
        int number = parameters.computeIfAbsent(value, key -> context.newParameter());
        return new Expr.Param(
                Expr.ParamKind.EXECUTION, number, value.type(), value.typmod(), value.collation(), Origin.NONE);
    }

    /// Their values are over leaf variables.
    public List<ParameterBinding> bindings() {
        List<ParameterBinding> list = new ArrayList<>();
        parameters.forEach((value, number) -> list.add(new ParameterBinding(number, value)));
        return list;
    }
}
