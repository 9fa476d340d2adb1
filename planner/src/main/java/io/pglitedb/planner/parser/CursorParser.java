package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.planner.ast.SessionStatement.CloseCursor;
import io.pglitedb.planner.ast.SessionStatement.CursorOption;
import io.pglitedb.planner.ast.SessionStatement.Deallocate;
import io.pglitedb.planner.ast.SessionStatement.DeclareCursor;
import io.pglitedb.planner.ast.SessionStatement.Execute;
import io.pglitedb.planner.ast.SessionStatement.Explain;
import io.pglitedb.planner.ast.SessionStatement.Fetch;
import io.pglitedb.planner.ast.SessionStatement.FetchDirection;
import io.pglitedb.planner.ast.SessionStatement.Prepare;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Statements about statements: EXPLAIN, PREPARE, EXECUTE, DEALLOCATE, and cursors.
final class CursorParser {
    private final TokenStream tokens;
    private final Grammar grammar;

    CursorParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    Statement explain() {
        tokens.next();
        List<DefElem> options = new ArrayList<>();
        if (tokens.at("(") && !grammar.selects.mayStartHere() && !tokens.peek(1).is("(")) {
            options.addAll(grammar.options.parenthesized());
        } else {
            int analyze = tokens.location();
            if (tokens.accept("analyze") || tokens.accept("analyse")) {
                options.add(new DefElem("analyze", null, analyze));
            }
            int verbose = tokens.location();
            if (tokens.accept("verbose")) {
                options.add(new DefElem("verbose", null, verbose));
            }
        }
        return new Explain(explainable(), List.copyOf(options));
    }

    private Statement explainable() {
        if (tokens.at("declare")) {
            return declare();
        }
        if (tokens.at("execute")) {
            return execute();
        }
        if (tokens.at("refresh")) {
            return grammar.views.refresh();
        }
        if (tokens.at("create")) {
            return grammar.creates.createAs();
        }
        return preparable();
    }

    private Statement preparable() {
        boolean starts = tokens.at("select")
                || tokens.at("values")
                || tokens.at("table")
                || tokens.at("with")
                || tokens.at("(")
                || tokens.at("insert")
                || tokens.at("update")
                || tokens.at("delete")
                || tokens.at("merge");
        if (!starts) {
            throw tokens.syntaxError();
        }
        return grammar.modifications.preparable();
    }

    Statement prepare() {
        tokens.next();
        if (tokens.at("transaction") && tokens.peek(1).kind() == Kind.STRING) {
            return grammar.transactions.prepareTransaction();
        }
        String name = tokens.columnName();
        List<TypeName> types = new ArrayList<>();
        if (tokens.accept("(")) {
            do {
                types.add(grammar.types.typeName());
            } while (tokens.accept(","));
            tokens.expect(")");
        }
        tokens.expect("as");
        return new Prepare(name, List.copyOf(types), preparable());
    }

    Statement execute() {
        tokens.next();
        String name = tokens.columnName();
        List<AstExpr> arguments = List.of();
        if (tokens.accept("(")) {
            arguments = grammar.expressions.expressionList();
            tokens.expect(")");
        }
        return new Execute(name, arguments);
    }

    Statement deallocate() {
        tokens.next();
        if (tokens.at("prepare") && !tokens.peek(1).is(";") && tokens.peek(1).kind() != Kind.END) {
            tokens.next();
        }
        return new Deallocate(tokens.accept("all") ? null : tokens.columnName());
    }

    Statement declare() {
        tokens.next();
        String name = tokens.columnName();
        List<CursorOption> options = new ArrayList<>();
        while (!tokens.accept("cursor")) {
            options.add(option());
        }
        if (tokens.accept("with")) {
            tokens.expect("hold");
            options.add(CursorOption.HOLD);
        } else if (tokens.accept("without")) {
            tokens.expect("hold");
        }
        tokens.expect("for");
        return new DeclareCursor(name, List.copyOf(options), grammar.selects.query());
    }

    private CursorOption option() {
        if (tokens.accept("no")) {
            tokens.expect("scroll");
            return CursorOption.NO_SCROLL;
        }
        if (tokens.accept("scroll")) {
            return CursorOption.SCROLL;
        }
        if (tokens.accept("binary")) {
            return CursorOption.BINARY;
        }
        if (tokens.accept("asensitive")) {
            return CursorOption.ASENSITIVE;
        }
        tokens.expect("insensitive");
        return CursorOption.INSENSITIVE;
    }

    Statement close() {
        tokens.next();
        return new CloseCursor(tokens.accept("all") ? null : tokens.columnName());
    }

    /// FETCH or MOVE
    Statement fetch() {
        boolean move = tokens.next().is("move");
        FetchDirection direction = FetchDirection.FORWARD;
        long count = 1;
        boolean word = tokens.at(Kind.KEYWORD) || tokens.at(Kind.INTEGER) || tokens.at("-") || tokens.at("+");
        if (word && !isCursorName()) {
            switch (tokens.peek().text()) {
                case "next" -> tokens.next();
                case "prior" -> {
                    tokens.next();
                    direction = FetchDirection.BACKWARD;
                }
                case "first", "last" -> {
                    direction = FetchDirection.ABSOLUTE;
                    count = tokens.next().is("first") ? 1 : -1;
                }
                case "absolute", "relative" -> {
                    direction = tokens.next().is("absolute") ? FetchDirection.ABSOLUTE : FetchDirection.RELATIVE;
                    count = grammar.primaries.signedInteger();
                }
                case "forward", "backward" -> {
                    direction = tokens.next().is("forward") ? FetchDirection.FORWARD : FetchDirection.BACKWARD;
                    count = tokens.atColumnName() || tokens.at("from") || tokens.at("in") ? 1 : countOrAll();
                }
                case "from", "in" -> {}
                default -> {
                    if (tokens.at("all") || !tokens.at(Kind.KEYWORD)) {
                        count = countOrAll();
                    }
                }
            }
        }
        if (!tokens.accept("from")) {
            tokens.accept("in");
        }
        return new Fetch(tokens.columnName(), direction, count, move);
    }

    /// A name at the statement's end is the cursor's, whatever word it is.
    private boolean isCursorName() {
        return tokens.atColumnName()
                && (tokens.peek(1).is(";") || tokens.peek(1).kind() == Kind.END);
    }

    private long countOrAll() {
        return tokens.accept("all") ? Long.MAX_VALUE : grammar.primaries.signedInteger();
    }
}
