package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// LOOP, WHILE, FOR and FOREACH.
final class PlLoopParser {
    private final PlParser parser;
    private final PlReader reader;
    private final PlStatementParser statements;
    private final PlTargetParser targets;
    private final PlDeclarations declarations;
    private int depth;

    PlLoopParser(PlParser parser, PlStatementParser statements, PlTargetParser targets, PlDeclarations declarations) {
        this.parser = parser;
        this.reader = parser.reader;
        this.statements = statements;
        this.targets = targets;
        this.declarations = declarations;
    }

    /// Whether the place is in some loop.
    boolean inside() {
        return depth > 0;
    }

    PlStatement loop(int line, String label) {
        parser.open(label, true);
        PlStatement loop = switch (reader.next().text()) {
            case "loop" -> new PlStatement.Loop(line, label, body(label));
            case "while" -> {
                PlExpression condition = statements.expression("LOOP", "loop");
                reader.expect("loop");
                yield new PlStatement.While(line, label, condition, body(label));
            }
            case "for" -> counted(line, label);
            default -> each(line, label);
        };
        parser.close();
        return loop;
    }

    /// From behind LOOP to behind the semicolon.
    private List<PlStatement> body(String label) {
        depth++;
        List<PlStatement> body = statements.until("end");
        depth--;
        reader.expect("end");
        reader.expect("loop");
        parser.endLabel(label);
        reader.expect(";");
        return body;
    }

    private PlStatement counted(int line, String label) {
        ScriptToken first = reader.peek();
        int mark = reader.mark();
        List<List<String>> names = new ArrayList<>();
        do {
            names.add(
                    reader.peek().kind() == ScriptToken.Kind.PARAMETER
                            ? List.of("$" + reader.next().text())
                            : reader.dottedName());
        } while (reader.accept(","));
        reader.expect("in");
        if (reader.accept("execute")) {
            PlExpression text = statements.expression("LOOP or USING", "using", "loop");
            List<PlExpression> using = statements.using("loop");
            reader.expect("loop");
            return new PlStatement.ForExecute(line, label, rows(mark, first), text, using, body(label));
        }
        if (reader.atName() && names.size() == 1) {
            PlScope.Found cursor = parser.scope().find(List.of(reader.peek().text()));
            boolean bound = cursor != null
                    && declarations.variable(cursor.variable()).type().oid() == Oids.REFCURSOR
                    && (reader.peek(1).is("loop") || reader.peek(1).is("("));
            if (bound) {
                return cursor(line, label, names.getFirst(), cursor.variable());
            }
        }
        boolean reverse = reader.accept("reverse");
        int start = reader.mark();
        reader.until(true, "LOOP", "..", "loop");
        if (reader.at("loop")) {
            if (reverse) {
                throw reader.error(SqlState.SYNTAX_ERROR, "cannot specify REVERSE in query FOR loop", reader.peek());
            }
            PlExpression query = new PlExpression(reader.text(start, reader.mark()), false, parser.scope());
            reader.next();
            return new PlStatement.ForQuery(line, label, rows(mark, first), query, body(label));
        }
        if (names.size() > 1 || names.getFirst().size() > 1) {
            throw reader.error(SqlState.SYNTAX_ERROR, "integer FOR loop must have only one target variable", first);
        }
        PlExpression lower = new PlExpression(reader.text(start, reader.mark()), true, parser.scope());
        reader.next();
        PlExpression upper = statements.expression("LOOP", "loop", "by");
        PlExpression step = reader.accept("by") ? statements.expression("LOOP", "loop") : null;
        reader.expect("loop");
        int variable = declarations.add(
                parser.scope(),
                names.getFirst().getFirst(),
                new PlType(Oids.INT4, -1, 0, false),
                false,
                false,
                null,
                line,
                null);
        return new PlStatement.ForInteger(line, label, variable, lower, upper, step, reverse, body(label));
    }

    private PlStatement cursor(int line, String label, List<String> names, int cursor) {
        if (declarations.variable(cursor).cursor() == null) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "cursor FOR loop must use a bound cursor variable", reader.peek());
        }
        reader.next();
        PlExpression arguments = null;
        if (reader.accept("(")) {
            arguments = statements.expression(")", ")");
            reader.expect(")");
        }
        reader.expect("loop");
        int variable = declarations.add(
                parser.scope(), names.getFirst(), new PlType(Oids.RECORD, -1, 0, true), false, false, null, line, null);
        return new PlStatement.ForCursor(line, label, variable, cursor, arguments, body(label));
    }

    /// The target in front of IN, read again.
    private PlTarget rows(int mark, ScriptToken first) {
        int now = reader.mark();
        reader.rewind(mark);
        List<String> names = reader.peek().kind() == ScriptToken.Kind.PARAMETER
                ? List.of("$" + reader.peek().text())
                : reader.dottedName();
        if (parser.scope().find(names) == null) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR,
                    "loop variable of loop over rows must be a record variable or list of scalar variables",
                    first);
        }
        reader.rewind(mark);
        PlTarget target = targets.target();
        reader.rewind(now);
        return target;
    }

    private PlStatement each(int line, String label) {
        PlTarget target = targets.target();
        int slice = 0;
        if (reader.accept("slice")) {
            slice = Integer.parseInt(reader.next().text());
        }
        reader.expect("in");
        reader.expect("array");
        PlExpression array = statements.expression("LOOP", "loop");
        reader.expect("loop");
        return new PlStatement.ForEach(line, label, target, slice, array, body(label));
    }
}
