package io.pglitedb.planner.print;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Expr.BooleanKind;

/// Which operands can stand without parentheses in a pretty text. Source: `isSimpleNode`.
final class Precedence {
    private Precedence() {}

    /// Whether it stands on its own next to any operator.
    static boolean isSimple(Expr expression) {
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
                    Expr.RowCompare _,
                    Expr.FieldSelect _,
                    Expr.SubscriptRef _,
                    Expr.SubLink _,
                    Expr.SubPlan _,
                    Expr.SqlValueFunction _,
                    Expr.DomainValue _,
                    Expr.CaseTestValue _,
                    Expr.SetToDefault _,
                    Expr.CurrentOf _,
                    Expr.NextValue _,
                    Expr.Case _ -> true;
            case Expr.RelabelType cast -> isSimple(cast.argument());
            case Expr.CoerceViaIo cast -> isSimple(cast.argument());
            case Expr.ArrayCoerce cast -> isSimple(cast.argument());
            case Expr.ConvertRowtype cast -> isSimple(cast.argument());
            case Expr.CoerceToDomain cast -> isSimple(cast.argument());
            default -> false;
        };
    }

    /// Whether an operand of AND or OR needs them.
    static boolean needsParentheses(Expr operand, BooleanKind in) {
        return operand instanceof Expr.BooleanExpr inner
                && (inner.kind() == BooleanKind.OR && in == BooleanKind.AND || inner.kind() == in);
    }
}
