package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// RAISE and ASSERT.
final class PlRaiseParser {
    private static final List<String> OPTIONS =
            List.of("errcode", "message", "detail", "hint", "column", "constraint", "datatype", "table", "schema");

    private final PlParser parser;
    private final PlReader reader;
    private final PlStatementParser statements;

    PlRaiseParser(PlParser parser, PlStatementParser statements) {
        this.parser = parser;
        this.reader = parser.reader;
        this.statements = statements;
    }

    PlStatement assertion(int line) {
        reader.next();
        PlExpression condition = statements.expression(", or ;", ",", ";");
        PlExpression message = reader.accept(",") ? statements.expression(";", ";") : null;
        reader.expect(";");
        return new PlStatement.Assert(line, condition, message);
    }

    PlStatement raise(int line) {
        reader.next();
        if (reader.accept(";")) {
            return new PlStatement.Raise(line, PlStatement.Level.EXCEPTION, null, null, List.of(), List.of(), true);
        }
        PlStatement.Level level = level();
        PlStatement.Condition condition = null;
        String message = null;
        List<PlExpression> parameters = new ArrayList<>();
        if (reader.peek().kind() == ScriptToken.Kind.STRING) {
            ScriptToken text = reader.next();
            message = text.text();
            while (reader.accept(",")) {
                parameters.add(statements.expression(", or ; or USING", ",", ";", "using"));
            }
            requireCount(message, parameters.size());
        } else if (!reader.at("using")) {
            condition = condition();
        }
        List<PlStatement.Option> options = reader.accept("using") ? options() : List.of();
        reader.expect(";");
        return new PlStatement.Raise(line, level, condition, message, parameters, options, false);
    }

    private PlStatement.Level level() {
        for (PlStatement.Level level : PlStatement.Level.values()) {
            if (reader.accept(level.name().toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        return PlStatement.Level.EXCEPTION;
    }

    private PlStatement.Condition condition() {
        ScriptToken token = reader.peek();
        if (reader.accept("sqlstate")) {
            return new PlStatement.Condition(parser.code(), true);
        }
        String name = reader.name();
        if (SqlState.ofCondition(name) == null) {
            throw reader.error(
                    SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"%s\"".formatted(name), token);
        }
        return new PlStatement.Condition(name, false);
    }

    private List<PlStatement.Option> options() {
        List<PlStatement.Option> options = new ArrayList<>();
        do {
            ScriptToken token = reader.next();
            if (!token.word() || !OPTIONS.contains(token.text())) {
                throw reader.errorAt(SqlState.SYNTAX_ERROR, "unrecognized RAISE statement option", token);
            }
            if (!reader.accept("=") && !reader.accept(":=")) {
                throw reader.errorAt(SqlState.SYNTAX_ERROR, "syntax error, expected \"=\"", reader.peek());
            }
            options.add(new PlStatement.Option(token.text(), statements.expression(", or ;", ",", ";")));
        } while (reader.accept(","));
        return options;
    }

    private static void requireCount(String message, int given) {
        int wanted = 0;
        for (int i = 0; i < message.length(); i++) {
            if (message.charAt(i) == '%') {
                if (i + 1 < message.length() && message.charAt(i + 1) == '%') {
                    i++;
                } else {
                    wanted++;
                }
            }
        }
        if (wanted != given) {
            throw new PgException(
                    SqlState.SYNTAX_ERROR,
                    wanted < given
                            ? "too many parameters specified for RAISE"
                            : "too few parameters specified for RAISE");
        }
    }
}
