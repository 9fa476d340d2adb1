package io.pglitedb.planner.parser;

import io.pglitedb.planner.parser.Keywords.Keyword;

/// One token.
///
/// @param text identifiers: folded and truncated; key words: lower case, interned; strings: decoded; bit strings:
///     with their prefix b or x; numbers and parameters: digits; operators and symbols: as written, `!=` as `<>`
/// @param keyword null unless it is an unquoted key word
/// @param start char offset in the source
/// @param end char offset behind the token
record Token(Kind kind, String text, Keyword keyword, int start, int end) {
    enum Kind {
        IDENTIFIER,
        KEYWORD,
        INTEGER,
        FLOAT,
        STRING,
        BIT_STRING,
        PARAMETER,
        /// Any operator that is not one of the symbols.
        OPERATOR,
        /// `, ( ) [ ] . ; : + - * / % ^ < > =` and `:: .. := => <= >= <>`
        SYMBOL,
        /// What the lexer refuses; reading it is an error.
        BROKEN,
        END
    }

    boolean is(String symbolOrKeyword) {
        return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbolOrKeyword);
    }
}
