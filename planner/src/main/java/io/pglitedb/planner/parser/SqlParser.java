package io.pglitedb.planner.parser;

import io.pglitedb.planner.ast.AstExpr;
import io.pglitedb.planner.ast.RawStatement;
import io.pglitedb.planner.ast.Statement;
import io.pglitedb.planner.ast.TypeName;
import io.pglitedb.planner.parser.Lexer.Lexed;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Text to raw parse trees. Errors carry PostgreSQL's words, SQLSTATE and position (42601 `syntax error at or
/// near …`).
public final class SqlParser {
    private SqlParser() {}

    /// Statements separated by semicolons; empty ones are left out.
    public static List<RawStatement> parse(String sql, ParserSettings settings) {
        return parse(sql, Lexer.tokenize(sql, settings));
    }

    static List<RawStatement> parse(String sql, Lexed lexed) {
        return read(sql, lexed, SqlParser::statements);
    }

    /// One expression and nothing else: a default, a check, an index expression read back from the catalog.
    public static AstExpr parseExpression(String text) {
        Lexed lexed = Lexer.tokenize(text, ParserSettings.DEFAULT);
        return read(text, lexed, tokens -> only(tokens, new Grammar(tokens).expressions::expression));
    }

    /// One type and nothing else: the input of regtype, the argument of to_regtype.
    public static TypeName parseTypeName(String text) {
        Lexed lexed = Lexer.tokenize(text, ParserSettings.DEFAULT);
        return read(text, lexed, tokens -> only(tokens, new Grammar(tokens).types::typeName));
    }

    /// The descent recurses as deep as the text nests, so the Java stack is the limit of nesting: 54001.
    private static <T> T read(String text, Lexed lexed, Function<TokenStream, T> descent) {
        TokenStream tokens = new TokenStream(text, lexed);
        try {
            return descent.apply(tokens);
        } catch (PgException e) {
            throw tokens.decisive(e);
        } catch (StackOverflowError e) {
            throw new PgException(SqlState.STATEMENT_TOO_COMPLEX, "stack depth limit exceeded", e)
                    .hint("The statement nests expressions or subqueries too deeply; write it flatter.");
        }
    }

    private static List<RawStatement> statements(TokenStream tokens) {
        Grammar grammar = new Grammar(tokens);
        List<RawStatement> statements = new ArrayList<>(1);
        while (true) {
            while (tokens.accept(";")) {}
            if (tokens.at(Kind.END)) {
                return List.copyOf(statements);
            }
            int start = tokens.location();
            Statement statement = grammar.statement();
            if (!tokens.at(";") && !tokens.at(Kind.END)) {
                throw tokens.syntaxError();
            }
            statements.add(new RawStatement(statement, start, tokens.location() - start));
        }
    }

    private static <T> T only(TokenStream tokens, Supplier<T> descent) {
        T tree = descent.get();
        if (!tokens.at(Kind.END)) {
            throw tokens.syntaxError();
        }
        return tree;
    }
}
