package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.planner.query.Origin.Form;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Raw expressions into typed ones. Source: PostgreSQL's parse_expr.c.
final class ExpressionAnalyzer {
    private static final int CTID = -1;
    /// OIDs of `tid = tid` and its function.
    private static final int TID_EQUALS = 387;
    private static final int TID_EQUALS_FUNCTION = 1292;

    private ExpressionAnalyzer() {}

    static Expr analyze(ParseState state, AstExpr raw, ExprKind kind) {
        return state.in(kind, () -> analyze(state, raw));
    }

    static Expr analyze(ParseState state, AstExpr raw) {
        Origin origin = Origin.at(raw.location());
        return switch (raw) {
            case AstExpr.ColumnRef reference -> ColumnReferences.analyze(state, reference);
            case AstExpr.ParamRef parameter -> {
                int type = state.parameters().use(parameter.number(), parameter.location());
                yield new Expr.Param(
                        Expr.ParamKind.EXTERNAL,
                        parameter.number(),
                        type,
                        -1,
                        state.types().collationOf(type),
                        origin);
            }
            case AstExpr.Constant constant -> Literals.analyze(state, constant);
            case AstExpr.Indirection indirection -> Indirections.analyze(state, indirection);
            case AstExpr.ArrayExpr array -> ArrayExpressions.analyze(state, array, NONE, NONE, -1);
            case AstExpr.TypeCast cast -> cast(state, cast);
            case AstExpr.CollateClause collate -> collate(state, collate);
            case AstExpr.OperatorExpr operator -> OperatorExpressions.analyze(state, operator);
            case AstExpr.BoolExpr bool -> bool(state, bool);
            case AstExpr.FuncCall call -> FunctionCallAnalyzer.analyze(state, call);
            case AstExpr.NamedArgument named ->
                throw new PgException(
                                SqlState.SYNTAX_ERROR, "named argument \"%s\" outside a call".formatted(named.name()))
                        .at(named.location() + 1);
            case AstExpr.GroupingFunc grouping -> AggregateLevels.grouping(state, grouping);
            case AstExpr.MultiAssignRef multi -> MultiAssignments.analyze(state, multi);
            case AstExpr.SubLink subLink -> SubLinkAnalyzer.analyze(state, subLink);
            case AstExpr.CaseExpr conditional -> Conditionals.analyzeCase(state, conditional);
            case AstExpr.RowExpr row -> row(state, row);
            case AstExpr.CoalesceExpr coalesce -> Conditionals.analyzeCoalesce(state, coalesce);
            case AstExpr.MinMaxExpr minMax -> Conditionals.analyzeMinMax(state, minMax);
            case AstExpr.SqlValueFunction function -> sqlValue(function);
            case AstExpr.XmlExpr xml -> XmlExpressions.analyze(state, xml);
            case AstExpr.XmlSerialize serialize -> XmlExpressions.analyze(state, serialize);
            case AstExpr.NullTest test -> {
                Expr argument = analyze(state, test.argument());
                yield new Expr.NullTest(argument, test.isNull(), state.types().isRowType(argument.type()), origin);
            }
            case AstExpr.BooleanTest test -> {
                Expr.BooleanTestKind kind =
                        Expr.BooleanTestKind.valueOf(test.kind().name());
                Expr argument = Coercion.toBoolean(
                        state,
                        analyze(state, test.argument()),
                        test.kind().name().replace('_', ' '));
                yield new Expr.BooleanTest(argument, kind, origin);
            }
            case AstExpr.CurrentOf current -> {
                if (state.target == null) {
                    throw new PgException(SqlState.SYNTAX_ERROR, "WHERE CURRENT OF needs a target table")
                            .at(current.location() + 1);
                }
                yield new Expr.OperatorCall(
                        TID_EQUALS,
                        TID_EQUALS_FUNCTION,
                        List.of(
                                new Expr.Var(state.target.index(), CTID, 0, TID, -1, 0, origin),
                                new Expr.CurrentOf(state.targetTable, current.cursor(), origin)),
                        false,
                        BOOL,
                        0,
                        0,
                        origin);
            }
            case AstExpr.SetToDefault ignored ->
                throw new PgException(SqlState.SYNTAX_ERROR, "DEFAULT is not allowed in this context")
                        .at(raw.location() + 1);
            case AstExpr.ListExpr ignored ->
                throw new PgException(SqlState.SYNTAX_ERROR, "a list is not allowed here").at(raw.location() + 1);
            case AstExpr.GroupingSet ignored ->
                throw new PgException(SqlState.SYNTAX_ERROR, "grouping sets are only allowed in GROUP BY")
                        .at(raw.location() + 1);
        };
    }

    static List<Expr> analyzeAll(ParseState state, List<AstExpr> raw) {
        List<Expr> result = new ArrayList<>(raw.size());
        for (AstExpr expression : raw) {
            result.add(analyze(state, expression));
        }
        return result;
    }

    private static Expr cast(ParseState state, AstExpr.TypeCast cast) {
        SqlType target = TypeNames.resolve(state, cast.type());
        Expr argument;
        if (cast.argument() instanceof AstExpr.ArrayExpr array) {
            int base = state.types().baseType(target.oid());
            int typmod = state.types().baseTypmod(target.oid(), target.typmod());
            int element = state.types().trueArrayElement(base);
            argument = element == NONE
                    ? analyze(state, array)
                    : ArrayExpressions.analyze(state, array, base, element, typmod);
        } else {
            argument = analyze(state, cast.argument());
        }
        int location = cast.location() >= 0 ? cast.location() : cast.type().location();
        Expr result = Coercion.toTarget(
                state, argument, target.oid(), target.typmod(), Context.EXPLICIT, Form.EXPLICIT_CAST, location);
        if (result == null) {
            throw Coercion.cannotCast(state, argument.type(), target.oid()).at(location + 1);
        }
        return result;
    }

    private static Expr collate(ParseState state, AstExpr.CollateClause clause) {
        Expr argument = analyze(state, clause.argument());
        int type = argument.type();
        if (state.types().collationOf(type) == NONE && type != UNKNOWN) {
            throw new PgException(
                            SqlState.DATATYPE_MISMATCH,
                            "collations are not supported by type %s"
                                    .formatted(state.types().name(type)))
                    .at(clause.location() + 1);
        }
        int collation = Collations.find(state, clause.collation(), clause.location());
        return new Expr.Collate(argument, collation, Origin.at(clause.location()));
    }

    private static Expr bool(ParseState state, AstExpr.BoolExpr bool) {
        List<Expr> arguments = new ArrayList<>();
        for (AstExpr argument : bool.arguments()) {
            arguments.add(Coercion.toBoolean(
                    state, analyze(state, argument), bool.kind().name()));
        }
        return new Expr.BooleanExpr(
                Expr.BooleanKind.valueOf(bool.kind().name()), arguments, Origin.at(bool.location()));
    }

    private static Expr row(ParseState state, AstExpr.RowExpr row) {
        List<Expr> fields = TargetListAnalyzer.expressions(state, row.fields(), state.kind, false);
        if (fields.size() > 1664) {
            throw new PgException(SqlState.TOO_MANY_COLUMNS, "ROW expressions can have at most 1664 entries")
                    .at(row.location() + 1);
        }
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= fields.size(); i++) {
            names.add("f" + i);
        }
        return new Expr.RowConstructor(fields, names, RECORD, Origin.at(row.location()));
    }

    private static Expr sqlValue(AstExpr.SqlValueFunction function) {
        int type = switch (function.kind()) {
            case CURRENT_DATE -> DATE;
            case CURRENT_TIME -> TIMETZ;
            case CURRENT_TIMESTAMP -> TIMESTAMPTZ;
            case LOCALTIME -> TIME;
            case LOCALTIMESTAMP -> TIMESTAMP;
            default -> NAME;
        };
        int precision = Math.min(function.precision(), 6);
        return new Expr.SqlValueFunction(
                Expr.SqlValueKind.valueOf(function.kind().name()),
                type,
                precision,
                type == NAME ? Collations.C : NONE,
                Origin.at(function.location()));
    }

    static Expr unknown(String text, int location) {
        return new Expr.Const(Utf8.of(text), UNKNOWN, -1, NONE, Origin.at(location));
    }
}
