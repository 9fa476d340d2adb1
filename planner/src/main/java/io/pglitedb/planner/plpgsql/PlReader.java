package io.pglitedb.planner.plpgsql;

import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.ScriptToken;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The tokens of a body, and the pieces of SQL between them.
final class PlReader {
    /// Words that are never names of variables.
    private static final Set<String> RESERVED = Set.of(
            "all", "begin", "by", "case", "declare", "else", "end", "execute", "for", "foreach", "from", "if", "in",
            "into", "loop", "not", "null", "or", "strict", "then", "to", "using", "when", "while");

    private final String source;
    private final List<ScriptToken> tokens;
    private int at;

    PlReader(String source, ParserSettings settings) {
        this.source = source;
        this.tokens = ScriptToken.of(source, settings);
    }

    ScriptToken peek() {
        return tokens.get(at);
    }

    ScriptToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    ScriptToken next() {
        ScriptToken token = tokens.get(at);
        if (token.kind() != ScriptToken.Kind.END) {
            at++;
        }
        return token;
    }

    int mark() {
        return at;
    }

    void rewind(int mark) {
        at = mark;
    }

    boolean at(String symbolOrWord) {
        return peek().is(symbolOrWord);
    }

    boolean atEnd() {
        return peek().kind() == ScriptToken.Kind.END;
    }

    boolean accept(String symbolOrWord) {
        boolean found = at(symbolOrWord);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String symbolOrWord) {
        if (!accept(symbolOrWord)) {
            throw syntaxError();
        }
    }

    /// From 1.
    int line() {
        return lineOf(peek().start());
    }

    int lineOf(int location) {
        int line = 1;
        for (int i = 0; i < location; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    boolean atName() {
        return peek().kind() == ScriptToken.Kind.NAME && !(peek().word() && RESERVED.contains(peek().text()));
    }

    String name() {
        if (!atName()) {
            throw syntaxError();
        }
        return next().text();
    }

    /// `a.b.c`
    List<String> dottedName() {
        List<String> names = new ArrayList<>();
        names.add(name());
        while (at(".") && peek(1).kind() == ScriptToken.Kind.NAME) {
            at++;
            names.add(next().text());
        }
        return names;
    }

    PgException syntaxError() {
        return errorAt(SqlState.SYNTAX_ERROR, "syntax error", peek());
    }

    /// `message at or near "token"`
    PgException errorAt(SqlState state, String message, ScriptToken token) {
        String near = token.kind() == ScriptToken.Kind.END
                ? " at end of input"
                : " at or near \"" + source.substring(token.start(), token.end()) + "\"";
        return located(new PgException(state, message + near), token);
    }

    PgException error(SqlState state, String message, ScriptToken token) {
        return located(new PgException(state, message), token);
    }

    private PgException located(PgException error, ScriptToken token) {
        return error.at(source.codePointCount(0, token.start()) + 1);
    }

    /// Everything up to one of the ends, which is not read.
    ///
    /// @param wanted what messages say is missing
    String until(boolean expression, String wanted, String... ends) {
        int first = at;
        int depth = 0;
        while (true) {
            ScriptToken token = peek();
            if (depth == 0 && isOne(token, ends)) {
                break;
            }
            if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
                if (depth < 0) {
                    throw error(SqlState.SYNTAX_ERROR, "mismatched parentheses", token);
                }
            } else if (token.kind() == ScriptToken.Kind.END || token.is(";")) {
                if (depth > 0) {
                    throw error(SqlState.SYNTAX_ERROR, "mismatched parentheses", token);
                }
                throw errorAt(
                        SqlState.SYNTAX_ERROR,
                        "missing \"%s\" at end of SQL %s".formatted(wanted, expression ? "expression" : "statement"),
                        token);
            }
            at++;
        }
        if (at == first) {
            throw errorAt(SqlState.SYNTAX_ERROR, expression ? "missing expression" : "missing SQL statement", peek());
        }
        return text(first, at);
    }

    private static boolean isOne(ScriptToken token, String... ends) {
        for (String end : ends) {
            if (token.is(end)) {
                return true;
            }
        }
        return false;
    }

    /// The source of the tokens from one mark up to another.
    String text(int from, int to) {
        return from == to
                ? ""
                : source.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /// Start in the source of the token at a mark.
    int location(int mark) {
        return tokens.get(mark).start();
    }

    String source() {
        return source;
    }
}
