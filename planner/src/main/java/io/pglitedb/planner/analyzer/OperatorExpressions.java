package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.OperatorExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Operators and the constructs that the grammar writes with them: IN, BETWEEN, IS DISTINCT FROM, NULLIF, rows.
final class OperatorExpressions {
    private OperatorExpressions() {}

    static Expr analyze(ParseState state, OperatorExpr raw) {
        return switch (raw.kind()) {
            case OPERATOR, LIKE, ILIKE, SIMILAR -> operator(state, raw);
            case ANY, ALL ->
                OperatorResolver.callOnArray(
                        state,
                        raw.name(),
                        raw.kind() == AstExpr.OperatorKind.ANY,
                        ExpressionAnalyzer.analyze(state, raw.left()),
                        ExpressionAnalyzer.analyze(state, raw.right()),
                        raw.location());
            case DISTINCT, NOT_DISTINCT -> distinct(state, raw);
            case NULLIF -> nullIf(state, raw);
            case IN -> in(state, raw);
            case BETWEEN, NOT_BETWEEN, BETWEEN_SYMMETRIC, NOT_BETWEEN_SYMMETRIC -> between(state, raw);
        };
    }

    private static Expr operator(ParseState state, OperatorExpr raw) {
        int location = raw.location();
        if (raw.left() instanceof AstExpr.RowExpr
                && raw.right() instanceof AstExpr.SubLink subLink
                && subLink.kind() == AstExpr.SubLinkKind.SCALAR) {
            return SubLinkAnalyzer.rowCompare(state, raw.left(), raw.name(), subLink, location);
        }
        if (raw.left() instanceof AstExpr.RowExpr && raw.right() instanceof AstExpr.RowExpr) {
            Expr left = ExpressionAnalyzer.analyze(state, raw.left());
            Expr right = ExpressionAnalyzer.analyze(state, raw.right());
            return RowComparisons.compare(
                    state,
                    raw.name(),
                    ((Expr.RowConstructor) left).fields(),
                    ((Expr.RowConstructor) right).fields(),
                    location);
        }
        Expr left = raw.left() == null ? null : ExpressionAnalyzer.analyze(state, raw.left());
        Expr right = ExpressionAnalyzer.analyze(state, raw.right());
        return OperatorResolver.call(state, raw.name(), left, right, location);
    }

    private static Expr distinct(ParseState state, OperatorExpr raw) {
        boolean not = raw.kind() == AstExpr.OperatorKind.NOT_DISTINCT;
        Expr result;
        if (isNull(raw.right())) {
            result = nullTest(state, raw.left(), not, raw.location());
            return result;
        }
        if (isNull(raw.left())) {
            return nullTest(state, raw.right(), not, raw.location());
        }
        Expr left = ExpressionAnalyzer.analyze(state, raw.left());
        Expr right = ExpressionAnalyzer.analyze(state, raw.right());
        if (left instanceof Expr.RowConstructor a && right instanceof Expr.RowConstructor b) {
            result = RowComparisons.distinct(state, raw.name(), a.fields(), b.fields(), raw.location());
        } else {
            result = distinct(state, raw.name(), left, right, raw.location());
        }
        return not ? new Expr.BooleanExpr(Expr.BooleanKind.NOT, List.of(result), Origin.at(raw.location())) : result;
    }

    static Expr distinct(ParseState state, List<String> name, Expr left, Expr right, int location) {
        Expr.OperatorCall call = (Expr.OperatorCall) OperatorResolver.call(state, name, left, right, location);
        requireBoolean(call, "IS DISTINCT FROM", location);
        return new Expr.DistinctFrom(
                call.operator(),
                call.function(),
                call.arguments().get(0),
                call.arguments().get(1),
                NONE,
                Origin.at(location));
    }

    private static void requireBoolean(Expr.OperatorCall call, String construct, int location) {
        if (call.type() != BOOL) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH, "%s requires = operator to yield boolean".formatted(construct))
                    .at(location + 1);
        }
        if (call.returnsSet()) {
            throw new PgException(SqlState.DATATYPE_MISMATCH, "%s must not return a set".formatted(construct))
                    .at(location + 1);
        }
    }

    private static boolean isNull(AstExpr raw) {
        return raw instanceof AstExpr.NullConst;
    }

    private static Expr nullTest(ParseState state, AstExpr argument, boolean isNull, int location) {
        Expr value = ExpressionAnalyzer.analyze(state, argument);
        return new Expr.NullTest(value, isNull, false, Origin.at(location));
    }

    private static Expr nullIf(ParseState state, OperatorExpr raw) {
        Expr left = ExpressionAnalyzer.analyze(state, raw.left());
        Expr right = ExpressionAnalyzer.analyze(state, raw.right());
        Expr.OperatorCall call =
                (Expr.OperatorCall) OperatorResolver.call(state, raw.name(), left, right, raw.location());
        requireBoolean(call, "NULLIF", raw.location());
        Expr first = call.arguments().get(0);
        return new Expr.NullIf(
                call.operator(),
                call.function(),
                first,
                call.arguments().get(1),
                first.type(),
                NONE,
                NONE,
                Origin.at(raw.location()));
    }

    /// Constants of one type become `= ANY (ARRAY[…])`, the rest an OR of comparisons.
    private static Expr in(ParseState state, OperatorExpr raw) {
        boolean not = raw.name().getLast().equals("<>");
        int location = raw.location();
        Expr left = ExpressionAnalyzer.analyze(state, raw.left());
        List<Expr> variables = new ArrayList<>();
        List<Expr> constants = new ArrayList<>();
        List<Expr> all = new ArrayList<>();
        for (AstExpr element : ((AstExpr.ListExpr) raw.right()).elements()) {
            Expr value = ExpressionAnalyzer.analyze(state, element);
            all.add(value);
            (Walk.containsLocalVariable(value) ? variables : constants).add(value);
        }
        List<Expr> parts = new ArrayList<>();
        if (constants.size() > 1) {
            List<Expr> forType = new ArrayList<>();
            forType.add(left);
            forType.addAll(constants);
            int scalar = CommonType.select(state.types(), forType, null);
            int array = NONE;
            if (scalar != NONE && scalar != RECORD && canAll(state, forType, scalar)) {
                array = state.types().arrayOf(scalar);
            }
            if (array != NONE) {
                constants.replaceAll(value -> Coercion.toCommon(state, value, scalar, "IN"));
                Expr list = new Expr.ArrayConstructor(constants, scalar, false, array, NONE, Origin.NONE);
                parts.add(OperatorResolver.callOnArray(state, raw.name(), !not, left, list, location));
            } else {
                variables = all;
            }
        } else {
            variables = all;
        }
        for (Expr value : variables) {
            Expr comparison = left instanceof Expr.RowConstructor a && value instanceof Expr.RowConstructor b
                    ? RowComparisons.compare(state, raw.name(), a.fields(), b.fields(), location)
                    : OperatorResolver.call(state, raw.name(), left, value, location);
            parts.add(Coercion.toBoolean(state, comparison, "IN"));
        }
        return parts.size() == 1
                ? parts.getFirst()
                : new Expr.BooleanExpr(not ? Expr.BooleanKind.AND : Expr.BooleanKind.OR, parts, Origin.at(location));
    }

    private static boolean canAll(ParseState state, List<Expr> expressions, int type) {
        return expressions.stream().allMatch(e -> state.types().canCoerce(e.type(), type, TypeRules.Context.IMPLICIT));
    }

    private static Expr between(ParseState state, OperatorExpr raw) {
        List<AstExpr> bounds = ((AstExpr.ListExpr) raw.right()).elements();
        AstExpr a = raw.left();
        AstExpr b = bounds.get(0);
        AstExpr c = bounds.get(1);
        int location = raw.location();
        AstExpr rewritten = switch (raw.kind()) {
            case BETWEEN -> and(location, test(">=", a, b, location), test("<=", a, c, location));
            case NOT_BETWEEN -> or(location, test("<", a, b, location), test(">", a, c, location));
            case BETWEEN_SYMMETRIC ->
                or(
                        location,
                        and(location, test(">=", a, b, location), test("<=", a, c, location)),
                        and(location, test(">=", a, c, location), test("<=", a, b, location)));
            default ->
                and(
                        location,
                        or(location, test("<", a, b, location), test(">", a, c, location)),
                        or(location, test("<", a, c, location), test(">", a, b, location)));
        };
        return ExpressionAnalyzer.analyze(state, rewritten);
    }

    private static AstExpr test(String operator, AstExpr left, AstExpr right, int location) {
        return new OperatorExpr(AstExpr.OperatorKind.OPERATOR, List.of(operator), left, right, location);
    }

    private static AstExpr and(int location, AstExpr... arguments) {
        return new AstExpr.BoolExpr(AstExpr.BoolKind.AND, List.of(arguments), location);
    }

    private static AstExpr or(int location, AstExpr... arguments) {
        return new AstExpr.BoolExpr(AstExpr.BoolKind.OR, List.of(arguments), location);
    }
}
