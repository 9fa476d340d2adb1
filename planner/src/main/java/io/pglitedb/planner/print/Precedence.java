package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanKind;

/// Which operands can stand without parentheses in a pretty text. Source: `isSimpleNode`.
final class Precedence {
    private static final String SUMS = "+-";
    private static final String PRODUCTS = "*/%";

    private final Names names;

    Precedence(Names names) {
        this.names = names;
    }

    /// @param parent what it is an operand of
    boolean isSimple(Expr expression, Expr parent) {
        return switch (expression) {
            case Expr.Var _,
                    Expr.Slot _,
                    Expr.Const _,
                    Expr.Param _,
                    Expr.FunctionCall _,
                    Expr.AggregateCall _,
                    Expr.WindowCall _,
                    Expr.Grouping _,
                    Expr.Coalesce _,
                    Expr.MinMax _,
                    Expr.Xml _,
                    Expr.NullIf _,
                    Expr.ArrayConstructor _,
                    Expr.RowConstructor _,
                    Expr.FieldStore _,
                    Expr.SubscriptRef _,
                    Expr.SqlValueFunction _,
                    Expr.DomainValue _,
                    Expr.CaseTestValue _,
                    Expr.SetToDefault _,
                    Expr.CurrentOf _,
                    Expr.NextValue _,
                    Expr.SubPlan _,
                    Expr.Case _ -> true;
            case Expr.FieldSelect _ -> !(parent instanceof Expr.FieldSelect);
            case Expr.RelabelType cast -> isSimple(cast.argument(), parent);
            case Expr.CoerceViaIo cast -> isSimple(cast.argument(), parent);
            case Expr.ArrayCoerce cast -> isSimple(cast.argument(), parent);
            case Expr.ConvertRowtype cast -> isSimple(cast.argument(), parent);
            case Expr.CoerceToDomain cast -> isSimple(cast.argument(), parent);
            case Expr.OperatorCall call ->
                parent instanceof Expr.OperatorCall outer ? bindsTighter(call, outer) : isSeparated(parent);
            case Expr.SubLink _, Expr.NullTest _, Expr.BooleanTest _, Expr.DistinctFrom _ -> isSeparated(parent);
            case Expr.BooleanExpr inner -> parent instanceof Expr.BooleanExpr outer && bindsTighter(inner, outer);
            case Expr.ScalarArrayOperation _, Expr.RowCompare _, Expr.Collate _ -> false;
        };
    }

    private static boolean isSeparated(Expr parent) {
        return parent instanceof Expr.BooleanExpr;
    }

    private static boolean bindsTighter(Expr.BooleanExpr inner, Expr.BooleanExpr outer) {
        return inner.kind() == BooleanKind.OR
                ? outer.kind() == BooleanKind.OR
                : outer.kind() == BooleanKind.AND || outer.kind() == BooleanKind.OR;
    }

    /// Knows sums and products; of the same kind the left one comes first anyway.
    private boolean bindsTighter(Expr.OperatorCall inner, Expr.OperatorCall outer) {
        String operator = binary(inner);
        String around = binary(outer);
        boolean sum = SUMS.contains(operator);
        boolean product = PRODUCTS.contains(operator);
        boolean inSum = SUMS.contains(around);
        boolean inProduct = PRODUCTS.contains(around);
        if (!sum && !product || !inSum && !inProduct) {
            return false;
        }
        return product && inSum
                || !(sum && inProduct) && inner == outer.arguments().getFirst();
    }

    /// The operator when it is one character between two operands.
    private String binary(Expr.OperatorCall call) {
        String name = names.operator(call.operator());
        return call.arguments().size() == 2 && name.length() == 1 ? name : "none";
    }
}
