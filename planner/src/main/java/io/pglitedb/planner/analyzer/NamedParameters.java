package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import java.util.List;

/// Parameters by name in a function's body: `a`, `f.a`, and fields `a.x`, `f.a.x`. Source: PostgreSQL's
/// sql_fn_post_column_ref.
final class NamedParameters {
    private NamedParameters() {}

    /// Null when the name means none.
    static Expr find(ParseState state, List<String> fields, int location) {
        ParameterTypes parameters = state.parameters();
        if (!parameters.isNamed()) {
            return null;
        }
        boolean qualified =
                fields.size() > 1 && parameters.isOf(fields.getFirst()) && parameters.number(fields.get(1)) > 0;
        List<String> path = qualified ? fields.subList(1, fields.size()) : fields;
        int number = parameters.number(path.getFirst());
        if (number == 0 || path.size() > 2) {
            return null;
        }
        int type = parameters.use(number, location);
        Expr parameter = new Expr.Param(
                Expr.ParamKind.EXTERNAL, number, type, -1, state.types().collationOf(type), Origin.at(location));
        return path.size() == 1
                ? parameter
                : FunctionCallAnalyzer.asFunction(state, path.getLast(), parameter, location);
    }
}
