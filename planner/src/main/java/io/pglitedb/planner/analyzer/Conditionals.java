package io.pglitedb.planner.analyzer;

import static io.pglitedb.types.Oids.*;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// CASE, COALESCE, GREATEST and LEAST.
final class Conditionals {
    private Conditionals() {}

    static Expr analyzeCase(ParseState state, AstExpr.CaseExpr raw) {
        Expr lastSet = state.lastSetReturning;
        Expr argument = raw.argument() == null ? null : ExpressionAnalyzer.analyze(state, raw.argument());
        if (argument != null && argument.type() == UNKNOWN) {
            argument = Coercion.toCommon(state, argument, TEXT, "CASE");
        }
        Expr placeholder = argument == null
                ? null
                : new Expr.CaseTestValue(
                        argument.type(), argument.typmod(), CollationAssigner.derived(state, argument));
        List<Expr> conditions = new ArrayList<>();
        List<Expr> results = new ArrayList<>();
        for (AstExpr.CaseWhen branch : raw.branches()) {
            Expr condition = ExpressionAnalyzer.analyze(state, branch.condition());
            if (placeholder != null) {
                condition = OperatorResolver.call(
                        state,
                        List.of("="),
                        placeholder,
                        condition,
                        branch.condition().location());
            }
            conditions.add(Coercion.toBoolean(state, condition, "CASE/WHEN"));
            results.add(ExpressionAnalyzer.analyze(state, branch.result()));
        }
        Expr otherwise = raw.otherwise() == null
                ? new Expr.Const(null, UNKNOWN, -1, NONE, Origin.NONE)
                : ExpressionAnalyzer.analyze(state, raw.otherwise());
        // PostgreSQL lets ELSE lead when the types are compared.
        List<Expr> all = new ArrayList<>();
        all.add(otherwise);
        all.addAll(results);
        int type = CommonType.select(state.types(), all, "CASE");
        List<Expr.When> branches = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            branches.add(new Expr.When(
                    conditions.get(i),
                    Coercion.toCommon(state, results.get(i), type, "CASE/WHEN"),
                    Origin.at(raw.branches().get(i).location())));
        }
        otherwise = Coercion.toCommon(state, otherwise, type, "CASE/ELSE");
        noSets(state, lastSet, "CASE");
        return new Expr.Case(argument, branches, otherwise, type, NONE, Origin.at(raw.location()));
    }

    static Expr analyzeCoalesce(ParseState state, AstExpr.CoalesceExpr raw) {
        Expr lastSet = state.lastSetReturning;
        List<Expr> arguments = common(state, raw.arguments(), "COALESCE");
        noSets(state, lastSet, "COALESCE");
        return new Expr.Coalesce(arguments, arguments.getFirst().type(), NONE, Origin.at(raw.location()));
    }

    static Expr analyzeMinMax(ParseState state, AstExpr.MinMaxExpr raw) {
        List<Expr> arguments = common(state, raw.arguments(), raw.greatest() ? "GREATEST" : "LEAST");
        return new Expr.MinMax(
                raw.greatest(), arguments, arguments.getFirst().type(), NONE, NONE, Origin.at(raw.location()));
    }

    private static List<Expr> common(ParseState state, List<AstExpr> raw, String construct) {
        List<Expr> arguments = ExpressionAnalyzer.analyzeAll(state, raw);
        int type = CommonType.select(state.types(), arguments, construct);
        arguments.replaceAll(argument -> Coercion.toCommon(state, argument, type, construct));
        return arguments;
    }

    private static void noSets(ParseState state, Expr before, String construct) {
        if (state.lastSetReturning != before) {
            throw new PgException(
                            SqlState.FEATURE_NOT_SUPPORTED,
                            "set-returning functions are not allowed in %s".formatted(construct))
                    .hint("You might be able to move the set-returning function into a LATERAL FROM item.")
                    .at(state.lastSetReturning.location() + 1);
        }
    }
}
