package io.pglitedb.executor.plpgsql;

import io.pglitedb.executor.backend.Backend;
import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.planner.plpgsql.PlDeclarations;
import io.pglitedb.planner.plpgsql.PlExpression;
import io.pglitedb.planner.plpgsql.PlVariable;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The arguments of a bound cursor, `1, b => 2`, in the order of its parameters.
final class PlArguments {
    private PlArguments() {}

    static List<PlExpression> of(
            PlExpression written,
            PlVariable.Cursor cursor,
            PlVariable variable,
            PlDeclarations declarations,
            Backend session) {
        PlExpression[] arguments = new PlExpression[cursor.parameters().size()];
        int next = 0;
        for (String part : parts(written.text(), session)) {
            int index = next;
            String value = part;
            List<ScriptToken> tokens = ScriptToken.of(part, PlQuery.settings(session));
            if (tokens.size() > 2 && (tokens.get(1).is(":=") || tokens.get(1).is("=>"))) {
                index = index(tokens.getFirst().text(), cursor, variable, declarations);
                value = part.substring(tokens.get(1).end());
            }
            if (index >= arguments.length) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR, "too many arguments for cursor \"%s\"".formatted(variable.name()));
            }
            if (arguments[index] != null) {
                throw new PgException(
                        SqlState.SYNTAX_ERROR,
                        "value for parameter \"%s\" of cursor \"%s\" specified more than once"
                                .formatted(
                                        declarations
                                                .variable(cursor.parameters().get(index))
                                                .name(),
                                        variable.name()));
            }
            arguments[index] = new PlExpression(value.strip(), true, written.scope());
            next = index + 1;
        }
        if (Arrays.asList(arguments).contains(null)) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR, "not enough arguments for cursor \"%s\"".formatted(variable.name()));
        }
        return List.of(arguments);
    }

    private static int index(String name, PlVariable.Cursor cursor, PlVariable variable, PlDeclarations declarations) {
        for (int i = 0; i < cursor.parameters().size(); i++) {
            if (declarations.variable(cursor.parameters().get(i)).name().equals(name)) {
                return i;
            }
        }
        throw new PgException(
                SqlState.SYNTAX_ERROR, "cursor \"%s\" has no argument named \"%s\"".formatted(variable.name(), name));
    }

    /// Between commas that stand in no parentheses.
    private static List<String> parts(String text, Backend session) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (ScriptToken token : ScriptToken.of(text, PlQuery.settings(session))) {
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                parts.add(text.substring(start, token.start()));
                start = token.end();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
