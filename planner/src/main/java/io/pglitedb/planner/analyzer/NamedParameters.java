package io.pglitedb.planner.analyzer;

import io.pglitedb.planner.query.Expr;
import io.pglitedb.planner.query.Origin;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.stream.Stream;

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
        if (parameters.variables() != null) {
            return variable(state, parameters.variables(), fields, location);
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

    /// Null when the names mean none, or more than a variable has.
    private static Expr variable(ParseState state, VariableScope variables, List<String> names, int location) {
        VariableScope.Found found = variables.find(names);
        if (found == null || names.size() - found.used() > 1) {
            return null;
        }
        int type = variables.type(found.number());
        Expr parameter = new Expr.Param(
                Expr.ParamKind.EXTERNAL,
                found.number(),
                type,
                variables.typmod(found.number()),
                state.types().collationOf(type),
                Origin.at(location));
        return found.used() == names.size()
                ? parameter
                : FunctionCallAnalyzer.asFunction(state, names.getLast(), parameter, location);
    }

    /// Whether variables come before columns.
    static boolean comeFirst(ParseState state) {
        VariableScope variables = state.parameters().variables();
        return variables != null && variables.preference() == VariableScope.Preference.VARIABLE;
    }

    /// 42702 when a name that means a column means a variable too, and nothing says which.
    static void requireUnambiguous(ParseState state, List<String> fields, int location) {
        VariableScope variables = state.parameters().variables();
        if (variables != null
                && variables.preference() == VariableScope.Preference.NEITHER
                && variables.find(fields) != null) {
            throw new PgException(
                            SqlState.AMBIGUOUS_COLUMN,
                            "column reference \"%s\" is ambiguous".formatted(String.join(".", fields)))
                    .detail("It could refer to either a PL/pgSQL variable or a table column.")
                    .at(location + 1);
        }
    }

    /// The fields of a row of no declared type, one reference each; null for anything else.
    static List<List<String>> fieldsOf(ParseState state, List<String> names) {
        VariableScope variables = state.parameters().variables();
        List<String> fields = variables == null ? null : variables.fields(names);
        return fields == null
                ? null
                : fields.stream()
                        .map(field ->
                                Stream.concat(names.stream(), Stream.of(field)).toList())
                        .toList();
    }
}
