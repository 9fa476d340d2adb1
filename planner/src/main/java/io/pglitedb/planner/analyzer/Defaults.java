package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.NodeTree;
import java.util.List;

/// Defaults of function parameters that a call leaves out: what the catalog keeps as text becomes part of the
/// call.
final class Defaults {
    private Defaults() {}

    /// Appends one expression for each parameter that takes its default, in the order of `candidate.declared()`.
    static void append(ParseState state, List<Expr> arguments, FunctionResolver.Candidate candidate) {
        FunctionDef function = candidate.function();
        int given = arguments.size();
        int firstDefault = function.argumentTypes().size() - function.defaultCount();
        for (int i = given; i < given + candidate.defaultCount(); i++) {
            int parameter = candidate.order() == null ? i : candidate.order().get(i);
            arguments.add(analyze(
                    state,
                    function.defaults().get(parameter - firstDefault),
                    function.argumentTypes().get(parameter)));
        }
    }

    private static Expr analyze(ParseState state, String text, int type) {
        if (NodeTree.isTree(text)) {
            return NodeTree.readExpression(text, state.session());
        }
        ParseState inner = new ParseState(state.types(), state.session(), ParameterTypes.none());
        AstExpr raw = SqlParser.parseExpression(text);
        Expr value = ExpressionAnalyzer.analyze(inner, raw, ExprKind.FUNCTION_DEFAULT);
        return CollationAssigner.assign(inner, Coercion.toSpecific(inner, value, type, -1, "DEFAULT"));
    }
}
