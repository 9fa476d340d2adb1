package io.pglitedb.planner.optimizer.expression;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.value.PgArray;
import java.util.List;

/// How many operators' worth of work an expression is. Source: PostgreSQL's cost_qual_eval.
public final class ConditionCost {
    private static final double CONVERSION = 10;
    private static final double SUBPLAN = 100;
    private static final double UNKNOWN_ELEMENTS = 10;

    private ConditionCost() {}

    public static double of(List<Expr> expressions, CatalogView catalog) {
        double sum = 0;
        for (Expr expression : expressions) {
            sum += of(expression, catalog);
        }
        return sum;
    }

    public static double of(Expr expression, CatalogView catalog) {
        double own = switch (expression) {
            case Expr.OperatorCall call -> function(call.function(), catalog);
            case Expr.FunctionCall call -> function(call.function(), catalog);
            case Expr.DistinctFrom distinct -> function(distinct.function(), catalog);
            case Expr.NullIf _ -> 1;
            case Expr.ScalarArrayOperation operation -> elements(operation.array()) * 0.5;
            case Expr.CoerceViaIo _, Expr.ArrayCoerce _ -> CONVERSION;
            case Expr.RowCompare compare -> compare.operators().size();
            case Expr.MinMax _ -> 1;
            case Expr.SubPlan _ -> SUBPLAN;
            default -> 0;
        };
        for (Expr child : expression.children()) {
            own += of(child, catalog);
        }
        return own;
    }

    private static double function(int oid, CatalogView catalog) {
        FunctionDef function = catalog.function(oid);
        return function == null ? 1 : function.cost();
    }

    private static double elements(Expr array) {
        return switch (array) {
            case Expr.ArrayConstructor constructor -> constructor.elements().size();
            case Expr.Const constant when constant.value() instanceof PgArray values -> values.elements().length;
            default -> UNKNOWN_ELEMENTS;
        };
    }
}
