package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// Statements of a body, but for loops and RAISE.
final class PlStatementParser {
    private final PlParser parser;
    private final PlReader reader;
    private final PlDeclarations declarations;
    private final PlLoopParser loops;
    private final PlRaiseParser raises;
    private final PlCursorParser cursors;
    private final PlTargetParser targets;

    PlStatementParser(PlParser parser, PlDeclarations declarations) {
        this.parser = parser;
        this.reader = parser.reader;
        this.declarations = declarations;
        this.targets = new PlTargetParser(parser, declarations);
        this.loops = new PlLoopParser(parser, this, targets, declarations);
        this.raises = new PlRaiseParser(parser, this);
        this.cursors = new PlCursorParser(parser, this, targets, declarations);
    }

    /// Statements up to one of the words, which is not read.
    List<PlStatement> until(String... ends) {
        List<PlStatement> list = new ArrayList<>();
        while (!ends(ends)) {
            if (reader.atEnd()) {
                throw reader.syntaxError();
            }
            PlStatement statement = statement();
            if (statement != null) {
                list.add(statement);
            }
        }
        return List.copyOf(list);
    }

    private boolean ends(String... ends) {
        for (String end : ends) {
            if (reader.at(end)) {
                return true;
            }
        }
        return false;
    }

    PlExpression expression(String wanted, String... ends) {
        return new PlExpression(reader.until(true, wanted, ends), true, parser.scope());
    }

    /// Up to the semicolon, which is read.
    PlExpression lastExpression() {
        PlExpression expression = expression(";", ";");
        reader.expect(";");
        return expression;
    }

    /// `USING a, b`, if there is one, up to one of the ends.
    List<PlExpression> using(String... ends) {
        List<PlExpression> list = new ArrayList<>();
        if (reader.accept("using")) {
            do {
                String[] stops = java.util.Arrays.copyOf(ends, ends.length + 1);
                stops[ends.length] = ",";
                list.add(expression(", or " + ends[0], stops));
            } while (reader.accept(","));
        }
        return list;
    }

    private PlStatement statement() {
        int line = reader.line();
        String label = parser.label();
        ScriptToken token = reader.peek();
        if (token.kind() != ScriptToken.Kind.NAME && token.kind() != ScriptToken.Kind.PARAMETER) {
            if (token.is("(")) {
                return sql(line);
            }
            throw reader.syntaxError();
        }
        if (assigns(token)) {
            return assignment(line);
        }
        String word = token.word() ? token.text() : "";
        switch (word) {
            case "loop", "while", "for", "foreach" -> {
                return loops.loop(line, label);
            }
            case "declare", "begin" -> {
                PlStatement.Block block = parser.block(label);
                reader.expect(";");
                return block;
            }
            default -> {}
        }
        if (label != null) {
            throw reader.syntaxError();
        }
        return switch (word) {
            case "if" -> conditional(line);
            case "case" -> choice(line);
            case "exit", "continue" -> exit(line);
            case "return" -> returned(line);
            case "raise" -> raises.raise(line);
            case "assert" -> raises.assertion(line);
            case "execute" -> execute(line);
            case "perform" -> perform(line);
            case "call", "do" -> new PlStatement.Call(line, sqlText(), word.equals("call"));
            case "get" -> diagnostics(line);
            case "open" -> cursors.open(line);
            case "fetch", "move" -> cursors.fetch(line);
            case "close" -> cursors.close(line);
            case "commit", "rollback" -> transaction(line);
            case "null" -> {
                reader.next();
                reader.expect(";");
                yield null;
            }
            default -> sql(line);
        };
    }

    /// Whether the statement sets a variable: the name of one, and then what can only be an assignment.
    private boolean assigns(ScriptToken token) {
        int ahead = 1;
        while (reader.peek(ahead).is(".") && reader.peek(ahead + 1).kind() == ScriptToken.Kind.NAME) {
            ahead += 2;
        }
        ScriptToken behind = reader.peek(ahead);
        if (!behind.is(":=") && !behind.is("=") && !behind.is("[")) {
            return false;
        }
        String first = token.kind() == ScriptToken.Kind.PARAMETER ? "$" + token.text() : token.text();
        List<String> names = new ArrayList<>(List.of(first));
        for (int i = 2; i < ahead; i += 2) {
            names.add(reader.peek(i).text());
        }
        if (parser.scope().find(names) == null) {
            if (token.word() && !reader.atName()) {
                return false;
            }
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "\"%s\" is not a known variable".formatted(String.join(".", names)), token);
        }
        return true;
    }

    private PlStatement assignment(int line) {
        ScriptToken token = reader.next();
        List<String> names = new ArrayList<>();
        names.add(token.kind() == ScriptToken.Kind.PARAMETER ? "$" + token.text() : token.text());
        while (reader.accept(".")) {
            names.add(reader.next().text());
        }
        PlScope.Found found = parser.scope().find(names);
        targets.requireChangeable(found.variable(), token);
        List<PlStatement.Step> steps = new ArrayList<>();
        names.subList(found.used(), names.size()).forEach(name -> steps.add(new PlStatement.Step.Field(name)));
        while (!reader.at(":=") && !reader.at("=")) {
            if (reader.accept("[")) {
                int mark = reader.mark();
                reader.until(true, "]", "]");
                steps.add(new PlStatement.Step.Subscript(reader.text(mark, reader.mark())));
                reader.expect("]");
            } else if (reader.accept(".")) {
                steps.add(new PlStatement.Step.Field(reader.next().text()));
            } else {
                throw reader.syntaxError();
            }
        }
        reader.next();
        PlExpression value = expression(";", ";");
        reader.expect(";");
        return new PlStatement.Assign(line, found.variable(), steps, value, value);
    }

    private PlStatement conditional(int line) {
        List<PlStatement.Branch> branches = new ArrayList<>();
        do {
            reader.next();
            PlExpression condition = expression("THEN", "then");
            reader.expect("then");
            branches.add(new PlStatement.Branch(condition, until("elsif", "elseif", "else", "end")));
        } while (reader.at("elsif") || reader.at("elseif"));
        List<PlStatement> otherwise = reader.accept("else") ? until("end") : List.of();
        reader.expect("end");
        reader.expect("if");
        reader.expect(";");
        return new PlStatement.If(line, branches, otherwise);
    }

    private PlStatement choice(int line) {
        reader.next();
        PlExpression value = reader.at("when") ? null : expression("WHEN", "when");
        int holder = 0;
        parser.open(null, false);
        if (value != null) {
            holder = declarations.add(
                    parser.scope(),
                    "__Case__Variable_" + (declarations.count() + 1) + "__",
                    new PlType(Oids.INT4, -1, 0, false),
                    false,
                    false,
                    null,
                    line,
                    null);
        }
        List<PlStatement.Branch> branches = new ArrayList<>();
        while (reader.accept("when")) {
            PlExpression condition = expression("THEN", "then");
            if (value != null) {
                condition = new PlExpression(
                        "\"%s\" IN (%s)".formatted(declarations.variable(holder).name(), condition.text()),
                        true,
                        parser.scope());
            }
            reader.expect("then");
            branches.add(new PlStatement.Branch(condition, until("when", "else", "end")));
        }
        if (branches.isEmpty()) {
            throw reader.syntaxError();
        }
        List<PlStatement> otherwise = reader.accept("else") ? until("end") : null;
        parser.close();
        reader.expect("end");
        reader.expect("case");
        reader.expect(";");
        return new PlStatement.Case(line, value, holder, branches, otherwise);
    }

    private PlStatement exit(int line) {
        ScriptToken word = reader.next();
        boolean exit = word.text().equals("exit");
        String label = null;
        if (reader.atName()) {
            ScriptToken token = reader.next();
            label = token.text();
            Boolean loop = parser.scope().isLoop(label);
            if (loop == null) {
                throw reader.error(
                        SqlState.SYNTAX_ERROR,
                        "there is no label \"%s\" attached to any block or loop enclosing this statement"
                                .formatted(label),
                        token);
            }
            if (!exit && !loop) {
                throw reader.error(
                        SqlState.SYNTAX_ERROR, "block label \"%s\" cannot be used in CONTINUE".formatted(label), token);
            }
        } else if (!loops.inside()) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR,
                    exit
                            ? "EXIT cannot be used outside a loop, unless it has a label"
                            : "CONTINUE cannot be used outside a loop",
                    word);
        }
        PlExpression condition = null;
        if (reader.accept("when")) {
            condition = expression(";", ";");
        }
        reader.expect(";");
        return new PlStatement.Exit(line, exit, label, condition);
    }

    private PlStatement returned(int line) {
        ScriptToken start = reader.next();
        if (reader.accept("next")) {
            requireSet("NEXT", start);
            boolean outputs = declarations.returning() == PlDeclarations.Returning.OUTPUTS;
            refuseValue(outputs, "RETURN NEXT cannot have a parameter in function with OUT parameters", null);
            return new PlStatement.ReturnNext(line, outputs ? noValue() : lastExpression());
        }
        if (reader.accept("query")) {
            requireSet("QUERY", start);
            if (reader.accept("execute")) {
                PlExpression text = expression("USING or ;", "using", ";");
                List<PlExpression> using = using(";");
                reader.expect(";");
                return new PlStatement.ReturnQuery(line, text, true, using);
            }
            return new PlStatement.ReturnQuery(line, sqlText(), false, List.of());
        }
        refuseValue(
                declarations.returnsSet(),
                "RETURN cannot have a parameter in function returning set",
                "Use RETURN NEXT or RETURN QUERY.");
        String place = switch (declarations.returning()) {
            case VALUE -> null;
            case NOTHING -> "function returning void";
            case PROCEDURE -> "a procedure";
            case OUTPUTS -> "function with OUT parameters";
        };
        refuseValue(place != null, "RETURN cannot have a parameter in " + place, null);
        boolean bare = declarations.returnsSet() || place != null;
        return new PlStatement.Return(line, bare ? noValue() : lastExpression());
    }

    private PlExpression noValue() {
        reader.expect(";");
        return null;
    }

    private void requireSet(String form, ScriptToken start) {
        if (!declarations.returnsSet()) {
            throw reader.error(
                    SqlState.DATATYPE_MISMATCH, "cannot use RETURN %s in a non-SETOF function".formatted(form), start);
        }
    }

    private void refuseValue(boolean refused, String message, String hint) {
        if (refused && !reader.at(";")) {
            PgException error = reader.error(SqlState.DATATYPE_MISMATCH, message, reader.peek());
            throw hint == null ? error : error.hint(hint);
        }
    }

    private PlStatement perform(int line) {
        reader.next();
        String text = reader.until(false, ";", ";");
        reader.expect(";");
        return new PlStatement.Perform(line, new PlExpression("SELECT " + text, false, parser.scope()));
    }

    private PlStatement transaction(int line) {
        boolean commit = reader.next().text().equals("commit");
        boolean chain = false;
        if (reader.accept("and")) {
            boolean no = reader.accept("no");
            reader.expect("chain");
            chain = !no;
        }
        reader.expect(";");
        return commit ? new PlStatement.Commit(line, chain) : new PlStatement.Rollback(line, chain);
    }

    private PlStatement execute(int line) {
        reader.next();
        PlExpression text = expression("INTO or USING or ;", "into", "using", ";");
        PlTarget into = null;
        boolean strict = false;
        List<PlExpression> using = List.of();
        while (!reader.at(";")) {
            if (reader.at("into") && into == null) {
                reader.next();
                strict = reader.accept("strict");
                into = targets.target();
            } else if (reader.at("using") && using.isEmpty()) {
                using = using(";", "into");
            } else {
                throw reader.syntaxError();
            }
        }
        reader.expect(";");
        return new PlStatement.Execute(line, text, into, strict, using);
    }

    private PlStatement diagnostics(int line) {
        reader.next();
        boolean stacked = reader.accept("stacked");
        if (!stacked) {
            reader.accept("current");
        }
        reader.expect("diagnostics");
        List<PlStatement.Item> items = new ArrayList<>();
        do {
            PlTarget.Place place = targets.place();
            if (!reader.accept(":=") && !reader.accept("=")) {
                throw reader.syntaxError();
            }
            ScriptToken token = reader.peek();
            String name = reader.name();
            boolean current = List.of("row_count", "pg_context").contains(name);
            boolean known = current
                    || List.of(
                                    "returned_sqlstate",
                                    "message_text",
                                    "pg_exception_detail",
                                    "pg_exception_hint",
                                    "pg_exception_context",
                                    "column_name",
                                    "constraint_name",
                                    "pg_datatype_name",
                                    "table_name",
                                    "schema_name")
                            .contains(name);
            if (!known) {
                throw reader.errorAt(SqlState.SYNTAX_ERROR, "unrecognized GET DIAGNOSTICS item", token);
            }
            if (current == stacked) {
                throw reader.error(
                        SqlState.SYNTAX_ERROR,
                        "diagnostics item %s is not allowed in GET %s DIAGNOSTICS"
                                .formatted(name.toUpperCase(java.util.Locale.ROOT), stacked ? "STACKED" : "CURRENT"),
                        token);
            }
            items.add(new PlStatement.Item(place, name));
        } while (reader.accept(","));
        reader.expect(";");
        return new PlStatement.GetDiagnostics(line, stacked, items);
    }

    /// A statement of SQL up to its semicolon, which is read.
    PlExpression sqlText() {
        String text = reader.until(false, ";", ";");
        reader.expect(";");
        return new PlExpression(text, false, parser.scope());
    }

    /// SQL, from which INTO is taken out.
    private PlStatement sql(int line) {
        int start = reader.mark();
        int depth = 0;
        PlTarget into = null;
        boolean strict = false;
        StringBuilder text = new StringBuilder();
        int piece = start;
        ScriptToken previous = null;
        while (!(depth == 0 && reader.at(";"))) {
            ScriptToken token = reader.peek();
            if (reader.atEnd()) {
                throw reader.syntaxError();
            }
            boolean names = previous != null && (previous.is("insert") || previous.is("merge"));
            if (token.is("into") && depth == 0 && previous != null && !names) {
                if (into != null) {
                    throw reader.error(SqlState.SYNTAX_ERROR, "INTO specified more than once", token);
                }
                text.append(reader.text(piece, reader.mark())).append(' ');
                reader.next();
                strict = reader.accept("strict");
                into = targets.target();
                piece = reader.mark();
                previous = token;
                continue;
            }
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            previous = token;
            reader.next();
        }
        text.append(reader.text(piece, reader.mark()));
        reader.expect(";");
        return new PlStatement.Sql(line, new PlExpression(text.toString(), false, parser.scope()), into, strict);
    }
}
