package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.SqlState;
import java.util.List;

/// OPEN, FETCH, MOVE and CLOSE.
final class PlCursorParser {
    private final PlParser parser;
    private final PlReader reader;
    private final PlStatementParser statements;
    private final PlTargetParser targets;
    private final PlDeclarations declarations;

    PlCursorParser(PlParser parser, PlStatementParser statements, PlTargetParser targets, PlDeclarations declarations) {
        this.parser = parser;
        this.reader = parser.reader;
        this.statements = statements;
        this.targets = targets;
        this.declarations = declarations;
    }

    private int cursor() {
        ScriptToken token = reader.peek();
        List<String> names = token.kind() == ScriptToken.Kind.PARAMETER
                ? List.of("$" + reader.next().text())
                : reader.dottedName();
        PlScope.Found found = parser.scope().find(names);
        if (found == null || found.used() < names.size()) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "\"%s\" is not a known variable".formatted(String.join(".", names)), token);
        }
        if (declarations.variable(found.variable()).type().oid() != Oids.REFCURSOR) {
            throw reader.error(
                    SqlState.DATATYPE_MISMATCH,
                    "variable \"%s\" must be of type cursor or refcursor".formatted(String.join(".", names)),
                    token);
        }
        return found.variable();
    }

    PlStatement open(int line) {
        reader.next();
        int variable = cursor();
        PlVariable.Cursor bound = declarations.variable(variable).cursor();
        if (bound != null) {
            PlExpression arguments = null;
            if (reader.accept("(")) {
                arguments = statements.expression(")", ")");
                reader.expect(")");
            }
            reader.expect(";");
            return new PlStatement.Open(line, variable, bound.scroll(), null, null, List.of(), arguments);
        }
        Boolean scroll = null;
        if (reader.accept("no")) {
            reader.expect("scroll");
            scroll = false;
        } else if (reader.accept("scroll")) {
            scroll = true;
        }
        reader.expect("for");
        if (reader.accept("execute")) {
            PlExpression text = statements.expression("USING or ;", "using", ";");
            List<PlExpression> using = statements.using(";");
            reader.expect(";");
            return new PlStatement.Open(line, variable, scroll, null, text, using, null);
        }
        return new PlStatement.Open(line, variable, scroll, statements.sqlText(), null, List.of(), null);
    }

    PlStatement fetch(int line) {
        boolean move = reader.next().text().equals("move");
        PlStatement.Direction direction = PlStatement.Direction.FORWARD;
        PlExpression count = null;
        long fixed = 1;
        ScriptToken word = reader.peek();
        boolean directed = true;
        switch (word.word() ? word.text() : "") {
            case "next" -> reader.next();
            case "prior" -> {
                reader.next();
                direction = PlStatement.Direction.BACKWARD;
            }
            case "first", "last" -> {
                reader.next();
                direction = PlStatement.Direction.ABSOLUTE;
                fixed = word.text().equals("first") ? 1 : -1;
            }
            case "absolute", "relative" -> {
                reader.next();
                direction = word.text().equals("absolute")
                        ? PlStatement.Direction.ABSOLUTE
                        : PlStatement.Direction.RELATIVE;
                count = statements.expression("FROM or IN", "from", "in");
            }
            case "all" -> {
                reader.next();
                fixed = Long.MAX_VALUE;
            }
            case "forward", "backward" -> {
                reader.next();
                direction =
                        word.text().equals("forward") ? PlStatement.Direction.FORWARD : PlStatement.Direction.BACKWARD;
                if (reader.accept("all")) {
                    fixed = Long.MAX_VALUE;
                } else if (!reader.at("from") && !reader.at("in")) {
                    count = statements.expression("FROM or IN", "from", "in");
                }
            }
            default -> directed = reader.at("from") || reader.at("in");
        }
        if (directed && !reader.accept("from") && !reader.accept("in")) {
            throw reader.errorAt(SqlState.SYNTAX_ERROR, "expected FROM or IN", reader.peek());
        }
        if (!move && (fixed == Long.MAX_VALUE || count != null && direction.ordinal() < 2)) {
            throw reader.error(SqlState.FEATURE_NOT_SUPPORTED, "FETCH statement cannot return multiple rows", word);
        }
        int cursor = cursor();
        PlTarget into = null;
        if (!move) {
            reader.expect("into");
            into = targets.target();
        }
        reader.expect(";");
        return new PlStatement.Fetch(line, cursor, move, direction, count, fixed, into);
    }

    PlStatement close(int line) {
        reader.next();
        int cursor = cursor();
        reader.expect(";");
        return new PlStatement.Close(line, cursor);
    }
}
