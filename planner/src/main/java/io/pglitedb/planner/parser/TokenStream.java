package io.pglitedb.planner.parser;

import io.pglitedb.planner.parser.Keywords.Category;
import io.pglitedb.planner.parser.Lexer.Lexed;
import io.pglitedb.planner.parser.Token.Kind;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.function.Supplier;

/// The tokens of a source with a cursor; what every grammar class reads. Errors stand at the token where they
/// occur.
final class TokenStream {
    private final String source;
    private final List<Token> tokens;
    private final PgException lexerError;
    private int at;
    /// The furthest token at which an abandoned reading of the grammar failed, and its error; null for `syntax
    /// error`.
    private int furthest = -1;
    private PgException furthestError;

    TokenStream(String source, Lexed lexed) {
        this.source = source;
        this.tokens = lexed.tokens();
        this.lexerError = lexed.error();
    }

    /// An error when the lexer came no further than here.
    Token peek() {
        Token token = tokens.get(at);
        if (token.kind() == Kind.BROKEN) {
            throw lexerError;
        }
        return token;
    }

    /// The last token repeats.
    Token peek(int ahead) {
        return ahead == 0 ? peek() : tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /// Char offset of the next token.
    int location() {
        return peek().start();
    }

    boolean at(String symbolOrKeyword) {
        return peek().is(symbolOrKeyword);
    }

    /// Two words that stand for something only together; a first without the second is an error behind the first,
    /// unless the first has another meaning too.
    boolean at(String first, String second) {
        if (!peek().is(first)) {
            return false;
        }
        if (peek(1).is(second)) {
            return true;
        }
        mayReadOn(1);
        return false;
    }

    /// Two words that PostgreSQL's lexer takes for one: the first without the second is as any other word.
    boolean atMerged(String first, String second) {
        return peek().is(first) && peek(1).is(second);
    }

    /// Some reading of the grammar takes the next tokens and fails only behind them: an error found before that,
    /// when all readings have failed, is to be reported there.
    void mayReadOn(int count) {
        abandon(at + count, null);
    }

    private void abandon(int index, PgException error) {
        if (index > furthest && index < tokens.size()) {
            furthest = index;
            furthestError = error;
        }
    }

    /// What to report for an error that ended the parse: PostgreSQL's parser follows all readings of the grammar
    /// at once, so its error is that of the reading that came furthest.
    PgException decisive(PgException error) {
        if (error.state() != SqlState.SYNTAX_ERROR || furthest <= at || error == lexerError) {
            return error;
        }
        return furthestError == null ? error("syntax error", tokens.get(furthest)) : furthestError;
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    /// The key word that comes next, for a switch; "" when none does.
    String word() {
        return word(0);
    }

    String word(int ahead) {
        Token token = peek(ahead);
        return token.kind() == Kind.KEYWORD ? token.text() : "";
    }

    boolean accept(String symbolOrKeyword) {
        if (!at(symbolOrKeyword)) {
            return false;
        }
        next();
        return true;
    }

    boolean accept(String first, String second) {
        if (!at(first, second)) {
            return false;
        }
        next();
        next();
        return true;
    }

    boolean acceptMerged(String first, String second) {
        if (!atMerged(first, second)) {
            return false;
        }
        next();
        next();
        return true;
    }

    void expect(String symbolOrKeyword) {
        if (!accept(symbolOrKeyword)) {
            throw syntaxError();
        }
    }

    String expectString() {
        if (!at(Kind.STRING)) {
            throw syntaxError();
        }
        return next().text();
    }

    int expectInteger() {
        if (!at(Kind.INTEGER)) {
            throw syntaxError();
        }
        return Integer.parseInt(next().text());
    }

    /// A name of a table, column, …: ColId.
    boolean atColumnName() {
        return isColumnName(peek());
    }

    static boolean isColumnName(Token token) {
        return token.kind() == Kind.IDENTIFIER
                || token.kind() == Kind.KEYWORD
                        && (token.keyword().category() == Category.UNRESERVED
                                || token.keyword().category() == Category.COLUMN_NAME);
    }

    String columnName() {
        if (!atColumnName()) {
            throw syntaxError();
        }
        return next().text();
    }

    static boolean isTypeOrFunctionName(Token token) {
        return token.kind() == Kind.IDENTIFIER
                || token.kind() == Kind.KEYWORD
                        && (token.keyword().category() == Category.UNRESERVED
                                || token.keyword().category() == Category.TYPE_OR_FUNCTION_NAME);
    }

    /// Any name behind AS or a dot: ColLabel.
    String label() {
        if (!at(Kind.IDENTIFIER) && !at(Kind.KEYWORD)) {
            throw syntaxError();
        }
        return next().text();
    }

    boolean atBareLabel() {
        return at(Kind.IDENTIFIER) || at(Kind.KEYWORD) && peek().keyword().bareLabel();
    }

    PgException syntaxError() {
        return error("syntax error", peek());
    }

    /// `message at or near "token"`.
    PgException error(String message, Token token) {
        if (token.kind() == Kind.BROKEN) {
            return lexerError;
        }
        String near = token.kind() == Kind.END
                ? " at end of input"
                : " at or near \"" + source.substring(token.start(), token.end()) + "\"";
        return errorAt(SqlState.SYNTAX_ERROR, message + near, token.start());
    }

    /// A location of -1 gives an error without position.
    PgException errorAt(SqlState state, String message, int location) {
        PgException error = new PgException(state, message);
        return location < 0 ? error : error.at(characterPosition(location));
    }

    /// From 1, in code points.
    int characterPosition(int location) {
        return source.codePointCount(0, location) + 1;
    }

    /// Tries one reading and, when the grammar refuses it, the other. When both fail, the error is that of the
    /// reading that came further.
    <T> T either(Supplier<? extends T> first, Supplier<? extends T> second) {
        int start = at;
        try {
            return first.get();
        } catch (PgException firstError) {
            if (firstError.state() != SqlState.SYNTAX_ERROR) {
                throw firstError;
            }
            abandon(at, firstError);
            at = start;
            return second.get();
        }
    }

    /// Cursor, for `rewind`.
    int mark() {
        return at;
    }

    void rewind(int mark) {
        at = mark;
    }

    /// As `rewind`, from a reading that failed.
    void abandon(PgException error, int mark) {
        abandon(at, error);
        at = mark;
    }
}
