package io.pglitedb.planner.parser;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;

/// A token of a text that is SQL in parts only, as a procedural language reads it.
///
/// @param text folded name or key word, decoded string, or the symbol itself
/// @param word whether it is a name or a key word that was not quoted
/// @param start char offset in the source
/// @param end char offset behind the token
public record ScriptToken(Kind kind, String text, boolean word, int start, int end) {
    public enum Kind {
        NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL,
        END
    }

    /// The last token is END. Fails where the lexer does.
    public static List<ScriptToken> of(String source, ParserSettings settings) {
        Lexer.Lexed lexed = Lexer.tokenize(source, settings);
        if (lexed.error() != null) {
            throw lexed.error();
        }
        List<ScriptToken> tokens = new ArrayList<>();
        for (Token token : lexed.tokens()) {
            boolean quoted = token.end() > token.start() && source.charAt(token.start()) == '"';
            Kind kind = switch (token.kind()) {
                case IDENTIFIER, KEYWORD -> Kind.NAME;
                case INTEGER, FLOAT, BIT_STRING -> Kind.NUMBER;
                case STRING -> Kind.STRING;
                case PARAMETER -> Kind.PARAMETER;
                case OPERATOR, SYMBOL -> Kind.SYMBOL;
                case END -> Kind.END;
                case BROKEN -> throw new PgException(SqlState.SYNTAX_ERROR, "syntax error");
            };
            tokens.add(new ScriptToken(kind, token.text(), kind == Kind.NAME && !quoted, token.start(), token.end()));
        }
        return List.copyOf(tokens);
    }

    /// Whether it is this symbol, or this word, not quoted.
    public boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || word) && text.equals(symbolOrWord);
    }
}
