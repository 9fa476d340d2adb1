package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.Oids;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads a body of PL/pgSQL: blocks and their declarations; statements are [PlStatementParser]'s. Source of the
/// grammar: PostgreSQL 15, chapter 43.
public final class PlParser {
    final PlReader reader;
    private final PlTypes types;
    private final PlDeclarations declarations;
    private final PlStatementParser statements;
    private PlScope scope;

    /// @param declarations holds the variables of the routine itself, and gets those of the body
    private PlParser(String source, ParserSettings settings, PlTypes types, PlDeclarations declarations) {
        this.reader = new PlReader(source, settings);
        this.types = types;
        this.declarations = declarations;
        this.scope = declarations.outermost();
        this.statements = new PlStatementParser(this, declarations);
    }

    public static PlStatement.Block parse(
            String source, ParserSettings settings, PlTypes types, PlDeclarations declarations) {
        PlParser parser = new PlParser(source, settings, types, declarations);
        try {
            return parser.body();
        } catch (StackOverflowError e) {
            throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded", e);
        } catch (PgException e) {
            throw e.where("near line " + parser.reader.line());
        }
    }

    private PlStatement.Block body() {
        while (reader.at("#")) {
            option();
        }
        PlStatement.Block block = block(label());
        reader.accept(";");
        if (!reader.atEnd()) {
            throw reader.syntaxError();
        }
        return block;
    }

    private void option() {
        reader.expect("#");
        String name = reader.name();
        String value = reader.next().text();
        switch (name) {
            case "option" -> {
                if (!value.equals("dump")) {
                    throw reader.syntaxError();
                }
            }
            case "print_strict_params" -> declarations.printStrictParameters(value.equals("on"));
            case "variable_conflict" ->
                declarations.conflict(
                        switch (value) {
                            case "error" -> PlDeclarations.Conflict.ERROR;
                            case "use_variable" -> PlDeclarations.Conflict.VARIABLE;
                            case "use_column" -> PlDeclarations.Conflict.COLUMN;
                            default -> throw reader.syntaxError();
                        });
            default -> throw reader.syntaxError();
        }
    }

    PlScope scope() {
        return scope;
    }

    void open(String label, boolean loop) {
        scope = new PlScope(scope, label, loop);
    }

    void close() {
        scope = scope.outer();
    }

    /// `<<label>>`, or null.
    String label() {
        if (!reader.accept("<<")) {
            return null;
        }
        String label = reader.name();
        reader.expect(">>");
        return label;
    }

    /// The label behind END, if there is one, must be the one before.
    void endLabel(String label) {
        if (!reader.atName()) {
            return;
        }
        ScriptToken token = reader.next();
        if (label == null) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR,
                    "end label \"%s\" specified for unlabeled block".formatted(token.text()),
                    token);
        }
        if (!label.equals(token.text())) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR,
                    "end label \"%s\" differs from block's label \"%s\"".formatted(token.text(), label),
                    token);
        }
    }

    /// From DECLARE or BEGIN to END.
    PlStatement.Block block(String label) {
        open(label, false);
        List<Integer> variables = new ArrayList<>();
        while (reader.accept("declare")) {
            while (!reader.at("begin") && !reader.at("declare")) {
                declaration(variables);
            }
        }
        int line = reader.line();
        reader.expect("begin");
        List<PlStatement> body = statements.until("end", "exception");
        List<PlStatement.Handler> handlers = null;
        if (reader.accept("exception")) {
            handlers = handlers();
        }
        reader.expect("end");
        endLabel(label);
        close();
        return new PlStatement.Block(line, label, variables, body, handlers);
    }

    private List<PlStatement.Handler> handlers() {
        open(null, false);
        int state = declarations.addOfException(scope, "sqlstate");
        int message = declarations.addOfException(scope, "sqlerrm");
        List<PlStatement.Handler> handlers = new ArrayList<>();
        while (reader.accept("when")) {
            List<PlStatement.Condition> conditions = new ArrayList<>();
            do {
                conditions.add(condition());
            } while (reader.accept("or"));
            reader.expect("then");
            handlers.add(new PlStatement.Handler(conditions, statements.until("when", "end"), state, message));
        }
        if (handlers.isEmpty()) {
            throw reader.syntaxError();
        }
        close();
        return handlers;
    }

    private PlStatement.Condition condition() {
        ScriptToken token = reader.peek();
        String name = reader.name();
        if (!name.equals("sqlstate")) {
            if (!name.equals("others") && SqlState.ofCondition(name) == null) {
                throw reader.error(
                        SqlState.UNDEFINED_OBJECT, "unrecognized exception condition \"%s\"".formatted(name), token);
            }
            return new PlStatement.Condition(name, false);
        }
        return new PlStatement.Condition(code(), true);
    }

    /// The five characters behind SQLSTATE.
    String code() {
        ScriptToken code = reader.next();
        if (code.kind() != ScriptToken.Kind.STRING || !code.text().matches("[0-9A-Z]{5}")) {
            throw reader.error(SqlState.SYNTAX_ERROR, "invalid SQLSTATE code", code);
        }
        return code.text();
    }

    private void declaration(List<Integer> variables) {
        if (reader.at("<<")) {
            throw reader.error(
                    SqlState.SYNTAX_ERROR, "block label must be placed before DECLARE, not after", reader.peek());
        }
        int line = reader.line();
        ScriptToken token = reader.peek();
        String name = reader.name();
        if (scope.declares(name)) {
            throw reader.errorAt(SqlState.SYNTAX_ERROR, "duplicate declaration", token);
        }
        if (reader.at("alias") && reader.peek(1).is("for")) {
            alias(name);
            return;
        }
        Boolean scroll = null;
        if (reader.at("no") && reader.peek(1).is("scroll")) {
            reader.next();
            reader.next();
            scroll = false;
        } else if (reader.at("scroll") && reader.peek(1).is("cursor")) {
            reader.next();
            scroll = true;
        }
        if (reader.accept("cursor")) {
            variables.add(cursor(name, scroll, line));
            return;
        }
        boolean constant = reader.accept("constant");
        PlType type = type();
        if (reader.accept("collate")) {
            type = types.of(type); // The collation of an expression's own columns wins anyway.
            reader.dottedName();
        }
        boolean notNull = false;
        if (reader.accept("not")) {
            reader.expect("null");
            notNull = true;
        }
        PlExpression initial = null;
        if (!reader.at(";")) {
            if (!reader.accept(":=") && !reader.accept("=") && !reader.accept("default")) {
                throw reader.syntaxError();
            }
            initial = new PlExpression(reader.until(true, ";", ";"), true, scope);
        } else if (notNull) {
            throw reader.error(
                    SqlState.NULL_VALUE_NOT_ALLOWED,
                    "variable \"%s\" must have a default value, since it's declared NOT NULL".formatted(name),
                    reader.peek());
        }
        reader.expect(";");
        variables.add(declarations.add(scope, name, type, constant, notNull, initial, line, null));
    }

    private void alias(String name) {
        reader.next();
        reader.next();
        ScriptToken token = reader.next();
        PlScope.Found found = token.kind() == ScriptToken.Kind.PARAMETER
                ? scope.find(List.of("$" + token.text()))
                : scope.find(List.of(token.text()));
        if (found == null) {
            throw reader.error(
                    SqlState.UNDEFINED_PARAMETER, "variable \"%s\" does not exist".formatted(token.text()), token);
        }
        reader.expect(";");
        scope.declare(name, found.variable());
    }

    private int cursor(String name, Boolean scroll, int line) {
        List<Integer> parameters = new ArrayList<>();
        open(null, false);
        PlScope inner = scope;
        if (reader.accept("(")) {
            do {
                int at = reader.line();
                String parameter = reader.name();
                PlType type = cursorParameter();
                parameters.add(declarations.add(scope, parameter, type, false, false, null, at, null));
            } while (reader.accept(","));
            reader.expect(")");
        }
        close();
        if (!reader.accept("is") && !reader.accept("for")) {
            throw reader.syntaxError();
        }
        PlExpression query = new PlExpression(reader.until(false, ";", ";"), false, inner);
        reader.expect(";");
        PlType type = types.type("pg_catalog.refcursor");
        return declarations.add(
                scope, name, type, false, false, null, line, new PlVariable.Cursor(query, scroll, parameters));
    }

    private PlType cursorParameter() {
        return type(")", ",");
    }

    private PlType type() {
        return type("not", "collate", ":=", "=", "default", ";");
    }

    private PlType type(String... ends) {
        int mark = reader.mark();
        if (reader.at("record") && !reader.peek(1).is(".")) {
            reader.next();
            return new PlType(Oids.RECORD, -1, 0, true);
        }
        if (reader.peek().kind() == ScriptToken.Kind.NAME || reader.peek().kind() == ScriptToken.Kind.PARAMETER) {
            List<String> names = new ArrayList<>();
            ScriptToken first = reader.next();
            names.add(first.kind() == ScriptToken.Kind.PARAMETER ? "$" + first.text() : first.text());
            while (reader.at(".") && reader.peek(1).kind() == ScriptToken.Kind.NAME) {
                reader.next();
                names.add(reader.next().text());
            }
            if (reader.at("%") && reader.peek(1).is("type")) {
                reader.next();
                reader.next();
                return sameType(names);
            }
            if (reader.at("%") && reader.peek(1).is("rowtype")) {
                reader.next();
                reader.next();
                return types.ofRow(names);
            }
            reader.rewind(mark);
        }
        if (reader.at(";")) {
            throw reader.errorAt(SqlState.SYNTAX_ERROR, "missing data type declaration", reader.peek());
        }
        int depth = 0;
        while (!reader.atEnd()) {
            ScriptToken token = reader.peek();
            if (depth == 0 && Set.of(ends).contains(token.text()) && token.is(token.text())) {
                break;
            }
            if (token.is(";")) {
                throw reader.errorAt(SqlState.SYNTAX_ERROR, "incomplete data type declaration", token);
            }
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
            reader.next();
        }
        return types.type(reader.text(mark, reader.mark()));
    }

    private PlType sameType(List<String> names) {
        PlScope.Found found = scope.find(names);
        if (found != null && found.used() == names.size()) {
            return types.of(declarations.variable(found.variable()).type());
        }
        return types.ofColumn(names);
    }
}
