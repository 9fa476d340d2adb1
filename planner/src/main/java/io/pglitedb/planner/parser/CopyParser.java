package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.RangeVar;
import io.pglitedb.planner.ast.SessionStatement.Copy;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// COPY with its current and its two older option syntaxes.
final class CopyParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    CopyParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement copy() {
        tokens.next();
        return tokens.at("(") ? copyQuery() : copyTable();
    }

    private Statement copyQuery() {
        tokens.expect("(");
        Statement query = grammar.modifications.preparable();
        tokens.expect(")");
        tokens.expect("to");
        boolean program = tokens.accept("program");
        String file = file(program);
        tokens.accept("with");
        return new Copy(null, List.of(), query, false, program, file, options(), null);
    }

    private Statement copyTable() {
        List<DefElem> options = new ArrayList<>();
        if (tokens.at("binary")) {
            options.add(new DefElem("format", "binary", tokens.next().start()));
        }
        RangeVar relation = grammar.names.qualifiedName();
        List<String> columns = tokens.at("(") ? grammar.names.parenthesizedColumns() : List.of();
        boolean from = tokens.accept("from");
        if (!from) {
            tokens.expect("to");
        }
        boolean program = tokens.accept("program");
        String file = file(program);
        oldDelimiter(options);
        tokens.accept("with");
        options.addAll(options());
        AstExpr where = null;
        if (tokens.at("where")) {
            int location = tokens.location();
            tokens.next();
            where = grammar.expressions.expression();
            if (!from) {
                throw tokens.errorAt(SqlState.SYNTAX_ERROR, "WHERE clause not allowed with COPY TO", location)
                        .hint("Try the COPY (SELECT ... WHERE ...) TO variant.");
            }
        }
        return new Copy(relation, columns, null, from, program, file, List.copyOf(options), where);
    }

    /// A file's name; null for STDIN and STDOUT, which PostgreSQL takes for each other.
    private String file(boolean program) {
        if (tokens.accept("stdin") || tokens.accept("stdout")) {
            if (program) {
                throw tokens.errorAt(
                        SqlState.SYNTAX_ERROR,
                        "STDIN/STDOUT not allowed with PROGRAM",
                        tokens.peek().start());
            }
            return null;
        }
        return tokens.expectString();
    }

    /// `[USING] DELIMITERS '…'`
    private void oldDelimiter(List<DefElem> options) {
        boolean using = tokens.accept("using");
        if (using || tokens.at("delimiters")) {
            int location = tokens.location();
            tokens.expect("delimiters");
            options.add(new DefElem("delimiter", tokens.expectString(), location));
        }
    }

    private List<DefElem> options() {
        if (tokens.at("(")) {
            return grammar.options.copyOptions();
        }
        List<DefElem> options = new ArrayList<>();
        for (DefElem option = oldOption(); option != null; option = oldOption()) {
            options.add(option);
        }
        return List.copyOf(options);
    }

    private DefElem oldOption() {
        int location = tokens.location();
        if (tokens.accept("binary")) {
            return new DefElem("format", "binary", location);
        }
        if (tokens.accept("csv")) {
            return new DefElem("format", "csv", location);
        }
        if (tokens.accept("freeze")) {
            return new DefElem("freeze", true, location);
        }
        if (tokens.accept("header")) {
            return new DefElem("header", true, location);
        }
        if (tokens.accept("encoding")) {
            return new DefElem("encoding", tokens.expectString(), location);
        }
        for (String name : List.of("delimiter", "null", "quote", "escape")) {
            if (tokens.accept(name)) {
                tokens.accept("as");
                return new DefElem(name, tokens.expectString(), location);
            }
        }
        return tokens.accept("force") ? force(location) : null;
    }

    private DefElem force(int location) {
        if (tokens.accept("quote")) {
            Object columns = tokens.accept("*") ? new DefElem.StarValue() : grammar.names.columnList();
            return new DefElem("force_quote", columns, location);
        }
        boolean not = tokens.accept("not");
        tokens.expect("null");
        return new DefElem(not ? "force_not_null" : "force_null", grammar.names.columnList(), location);
    }
}
