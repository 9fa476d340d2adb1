package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.analyzer.TypeRules.Context;
import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin.Form;
import java.util.List;

/// Converts arguments to the types that were found for them: PostgreSQL's `make_fn_arguments`.
final class ArgumentCoercion {
    private ArgumentCoercion() {}

    static void apply(ParseState state, List<Expr> arguments, List<Integer> declared) {
        for (int i = 0; i < arguments.size(); i++) {
            Expr argument = arguments.get(i);
            if (argument.type() != declared.get(i)) {
                arguments.set(
                        i,
                        Coercion.coerce(
                                state, argument, declared.get(i), -1, Context.IMPLICIT, Form.IMPLICIT_CAST, -1));
            }
        }
    }
}
