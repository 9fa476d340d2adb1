package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;

/// What a publication's WHERE may hold: nothing that users have made, nothing that changes with time. Source:
/// PostgreSQL 15, `check_simple_rowfilter_expr`.
final class RowFilterCheck {
    private static final int FIRST_OF_USERS = 16384; // OID

    private final CatalogView catalog;

    RowFilterCheck(CatalogView catalog) {
        this.catalog = catalog;
    }

    void require(Expr expression) {
        String refusal = refusal(expression);
        if (refusal != null) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "invalid publication WHERE expression")
                    .detail(refusal)
                    .at(expression.location() + 1);
        }
        expression.children().forEach(this::require);
    }

    /// Of the node itself; null for none.
    private String refusal(Expr node) {
        String ofKind = switch (node) {
            case Expr.Var variable -> variable.attribute() < 0 ? "System columns are not allowed." : null;
            case Expr.OperatorCall call -> operator(call.operator());
            case Expr.DistinctFrom test -> operator(test.operator());
            case Expr.NullIf test -> operator(test.operator());
            case Expr.ScalarArrayOperation operation -> operator(operation.operator());
            case Expr.RowCompare compare ->
                compare.operators().stream().anyMatch(RowFilterCheck::isOfUser) ? operator(FIRST_OF_USERS) : null;
            case Expr.Const _,
                    Expr.FunctionCall _,
                    Expr.BooleanExpr _,
                    Expr.RelabelType _,
                    Expr.Collate _,
                    Expr.Case _,
                    Expr.CaseTestValue _,
                    Expr.ArrayConstructor _,
                    Expr.RowConstructor _,
                    Expr.Coalesce _,
                    Expr.MinMax _,
                    Expr.Xml _,
                    Expr.NullTest _,
                    Expr.BooleanTest _ -> null;
            default ->
                "Only columns, constants, built-in operators, built-in data types, built-in collations, and"
                        + " immutable built-in functions are allowed.";
        };
        if (ofKind != null) {
            return ofKind;
        }
        if (isOfUser(node.type())) {
            return "User-defined types are not allowed.";
        }
        if (Volatility.functions(node, catalog).stream().anyMatch(this::isMutableOrOfUser)) {
            return "User-defined or built-in mutable functions are not allowed.";
        }
        return isOfUser(node.collation()) || isOfUser(inputCollation(node))
                ? "User-defined collations are not allowed."
                : null;
    }

    private static int inputCollation(Expr node) {
        return switch (node) {
            case Expr.OperatorCall call -> call.inputCollation();
            case Expr.FunctionCall call -> call.inputCollation();
            case Expr.DistinctFrom test -> test.inputCollation();
            case Expr.NullIf test -> test.inputCollation();
            case Expr.ScalarArrayOperation operation -> operation.inputCollation();
            case Expr.MinMax choice -> choice.inputCollation();
            default -> 0;
        };
    }

    private static String operator(int oid) {
        return isOfUser(oid) ? "User-defined operators are not allowed." : null;
    }

    private boolean isMutableOrOfUser(int function) {
        return isOfUser(function) || catalog.function(function).volatility() != 'i';
    }

    private static boolean isOfUser(int oid) {
        return Integer.compareUnsigned(oid, FIRST_OF_USERS) >= 0;
    }
}
