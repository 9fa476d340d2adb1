package io.pglitedb.planner.optimizer.path;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.OperatorDef;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// Shares of rows that conditions let through; PostgreSQL's defaults where nothing is known.
final class Selectivity {
    private static final double EQUAL = 0.005;
    private static final double RANGE = 1.0 / 3;
    private static final double MATCH = 0.01;
    private static final double OTHER = 0.5;

    private Selectivity() {}

    static double of(List<Expr> conditions, CatalogView catalog) {
        double share = 1;
        for (Expr condition : conditions) {
            share *= of(condition, catalog);
        }
        return share;
    }

    static double of(Expr condition, CatalogView catalog) {
        return switch (condition) {
            case Expr.Const constant -> Boolean.TRUE.equals(constant.value()) ? 1 : 0;
            case Expr.OperatorCall call -> operator(catalog.operator(call.operator()));
            case Expr.ScalarArrayOperation operation
            when operation.any() ->
                Math.min(1, elements(operation.array()) * operator(catalog.operator(operation.operator())));
            case Expr.BooleanExpr not
            when not.kind() == Expr.BooleanKind.NOT -> 1 - of(not.arguments().getFirst(), catalog);
            case Expr.BooleanExpr and when and.kind() == Expr.BooleanKind.AND -> of(and.arguments(), catalog);
            case Expr.BooleanExpr or -> {
                double none = 1;
                for (Expr argument : or.arguments()) {
                    none *= 1 - of(argument, catalog);
                }
                yield 1 - none;
            }
            case Expr.NullTest test -> test.isNull() ? EQUAL : 1 - EQUAL;
            case Expr.DistinctFrom ignored -> 1 - EQUAL;
            default -> OTHER;
        };
    }

    private static double elements(Expr array) {
        return array instanceof Expr.ArrayConstructor constructor
                ? constructor.elements().size()
                : 10;
    }

    private static double operator(OperatorDef operator) {
        if (operator == null) {
            return OTHER;
        }
        return switch (operator.name()) {
            case "=" -> EQUAL;
            case "<>" -> 1 - EQUAL;
            case "<", "<=", ">", ">=" -> RANGE;
            case "~~", "~~*", "~", "~*" -> MATCH;
            case "!~~", "!~~*", "!~", "!~*" -> 1 - MATCH;
            default -> operator.resultType() == Expr.BOOL ? MATCH : OTHER;
        };
    }
}
