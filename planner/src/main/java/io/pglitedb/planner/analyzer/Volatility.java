package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.Expr;
import java.util.List;

/// How much the results of an expression's functions depend on other things than their arguments. Source:
/// PostgreSQL's contain_mutable_functions.
public final class Volatility {
    private Volatility() {}

    /// Whether anything in it is stable or volatile; subqueries are not entered.
    public static boolean isMutable(Expr expression, CatalogView catalog) {
        return Walk.any(expression, part -> switch (part) {
            case Expr.SqlValueFunction ignored -> true;
            case Expr.NextValue ignored -> true;
            default -> functions(part, catalog).stream().anyMatch(function -> !isImmutable(function, catalog));
        });
    }

    private static boolean isImmutable(int function, CatalogView catalog) {
        FunctionDef found = catalog.function(function);
        return found != null && found.volatility() == 'i';
    }

    /// OIDs of the functions that a node calls itself.
    static List<Integer> functions(Expr node, CatalogView catalog) {
        return switch (node) {
            case Expr.FunctionCall call -> List.of(call.function());
            case Expr.OperatorCall call -> List.of(call.function());
            case Expr.DistinctFrom call -> List.of(call.function());
            case Expr.NullIf call -> List.of(call.function());
            case Expr.ScalarArrayOperation call -> List.of(call.function());
            case Expr.AggregateCall call -> List.of(call.function());
            case Expr.WindowCall call -> List.of(call.function());
            case Expr.RowCompare compare ->
                compare.operators().stream()
                        .map(operator -> catalog.operator(operator).function())
                        .toList();
            case Expr.CoerceViaIo cast -> {
                TypeDef source = catalog.type(cast.argument().type());
                TypeDef target = catalog.type(cast.type());
                yield List.of(source.output(), target.input());
            }
            default -> List.of();
        };
    }
}
