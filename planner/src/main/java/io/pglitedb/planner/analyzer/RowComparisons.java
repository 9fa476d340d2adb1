package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.BOOL;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Row-wise comparison. Source: PostgreSQL's make_row_comparison_op.
final class RowComparisons {
    private RowComparisons() {}

    static Expr compare(ParseState state, List<String> name, List<Expr> left, List<Expr> right, int location) {
        sameSize(left, right, location);
        if (left.isEmpty()) {
            throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot compare rows of zero length")
                    .at(location + 1);
        }
        List<Expr.OperatorCall> calls = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Expr.OperatorCall call =
                    (Expr.OperatorCall) OperatorResolver.call(state, name, left.get(i), right.get(i), location);
            if (call.type() != BOOL) {
                throw new PgException(
                                SqlState.DATATYPE_MISMATCH,
                                "row comparison operator must yield type boolean, not type %s"
                                        .formatted(state.types().name(call.type())))
                        .at(location + 1);
            }
            if (call.returnsSet()) {
                throw new PgException(SqlState.DATATYPE_MISMATCH, "row comparison operator must not return a set")
                        .at(location + 1);
            }
            calls.add(call);
        }
        if (calls.size() == 1) {
            return calls.getFirst();
        }
        Origin origin = Origin.at(location);
        List<Integer> operators =
                calls.stream().map(Expr.OperatorCall::operator).toList();
        int strategy = BtreeStrategies.common(state.catalog(), operators);
        return switch (strategy) {
            case BtreeStrategies.EQUAL -> new Expr.BooleanExpr(Expr.BooleanKind.AND, List.copyOf(calls), origin);
            case BtreeStrategies.UNEQUAL -> new Expr.BooleanExpr(Expr.BooleanKind.OR, List.copyOf(calls), origin);
            case BtreeStrategies.NONE -> throw uninterpretable(name, location);
            default -> ordered(state, strategy, calls, origin);
        };
    }

    private static Expr ordered(ParseState state, int strategy, List<Expr.OperatorCall> calls, Origin origin) {
        Expr.RowCompareKind kind = switch (strategy) {
            case BtreeStrategies.LESS -> Expr.RowCompareKind.LESS;
            case BtreeStrategies.LESS_EQUAL -> Expr.RowCompareKind.LESS_EQUAL;
            case BtreeStrategies.GREATER_EQUAL -> Expr.RowCompareKind.GREATER_EQUAL;
            default -> Expr.RowCompareKind.GREATER;
        };
        List<Integer> operators = new ArrayList<>();
        List<Integer> families = new ArrayList<>();
        List<Integer> collations = new ArrayList<>();
        List<Expr> left = new ArrayList<>();
        List<Expr> right = new ArrayList<>();
        for (Expr.OperatorCall call : calls) {
            operators.add(call.operator());
            families.add(BtreeStrategies.family(state.catalog(), call.operator(), strategy));
            collations.add(0);
            left.add(call.arguments().get(0));
            right.add(call.arguments().get(1));
        }
        return new Expr.RowCompare(kind, operators, families, collations, left, right, origin);
    }

    private static PgException uninterpretable(List<String> name, int location) {
        return new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "could not determine interpretation of row comparison operator %s".formatted(name.getLast()))
                .hint("Row comparison operators must be associated with btree operator families.")
                .at(location + 1);
    }

    private static void sameSize(List<Expr> left, List<Expr> right, int location) {
        if (left.size() != right.size()) {
            throw new PgException(SqlState.SYNTAX_ERROR, "unequal number of entries in row expressions")
                    .at(location + 1);
        }
    }

    static Expr distinct(ParseState state, List<String> name, List<Expr> left, List<Expr> right, int location) {
        sameSize(left, right, location);
        List<Expr> tests = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            tests.add(OperatorExpressions.distinct(state, name, left.get(i), right.get(i), location));
        }
        return switch (tests.size()) {
            case 0 -> new Expr.Const(false, BOOL, -1, 0, Origin.at(location));
            case 1 -> tests.getFirst();
            default -> new Expr.BooleanExpr(Expr.BooleanKind.OR, tests, Origin.at(location));
        };
    }
}
