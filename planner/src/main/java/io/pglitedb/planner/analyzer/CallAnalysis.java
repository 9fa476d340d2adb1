package io.pglitedb.planner.analyzer;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.FunctionDef;
import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.AstExpr.FuncCall;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// CALL of a procedure.
public final class CallAnalysis {
    private final ParseState state;

    public CallAnalysis(CatalogView catalog, SessionContext session, ParameterTypes parameters) {
        this.state = new ParseState(new TypeRules(catalog), session, parameters);
    }

    /// What is written for OUT parameters is not evaluated and not part of the call.
    public Expr.FunctionCall analyze(FuncCall raw) {
        Expr call = ExpressionAnalyzer.analyze(state, withoutOutputs(raw), ExprKind.CALL_ARGUMENT);
        if (!(call instanceof Expr.FunctionCall found)
                || state.catalog().function(found.function()).kind() != 'p') {
            List<Integer> types = call.children().stream().map(Expr::type).toList();
            throw new PgException(
                            SqlState.WRONG_OBJECT_TYPE,
                            FunctionCallAnalyzer.signature(state, raw.name(), List.of(), types) + " is not a procedure")
                    .hint("To call a function, use SELECT.")
                    .at(raw.location() + 1);
        }
        return (Expr.FunctionCall) CollationAssigner.assign(state, found);
    }

    private FuncCall withoutOutputs(FuncCall raw) {
        for (FunctionDef candidate : state.catalog().functions(raw.name().getLast())) {
            List<FunctionDef.Argument> all = candidate.allArguments();
            if (candidate.kind() == 'p' && all.size() == raw.arguments().size()) {
                List<AstExpr> inputs = new ArrayList<>();
                for (int i = 0; i < all.size(); i++) {
                    if (all.get(i).mode() != 'o') {
                        inputs.add(raw.arguments().get(i));
                    }
                }
                return raw.withArguments(inputs);
            }
        }
        return raw;
    }
}
