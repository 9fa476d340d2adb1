package io.pglitedb.types.textsearch;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.textsearch.dictionary.Configuration;
import io.pglitedb.types.textsearch.parser.Token;
import io.pglitedb.types.textsearch.parser.Tokens;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// Reads one or more texts, one behind the other, into words with positions.
final class DocumentParser {
    /// A lexeme and where it stands.
    ///
    /// @param position from 1; tokens that no dictionary knows have none, stop words do
    record Word(Utf8 lexeme, int position) {}

    /// What becomes of one token.
    ///
    /// @param lexemes null when no dictionary knows it
    /// @param position of this token
    record ParsedToken(Token token, List<Utf8> lexemes, int position) {}

    private final Configuration configuration;
    private final SessionContext session;
    private final List<Word> words = new ArrayList<>();
    private int position;

    DocumentParser(Configuration configuration, SessionContext session) {
        this.configuration = configuration;
        this.session = session;
    }

    DocumentParser add(Utf8 text) {
        for (ParsedToken parsed : parse(text)) {
            if (parsed.lexemes != null) {
                parsed.lexemes.forEach(lexeme -> words.add(new Word(lexeme, parsed.position)));
            }
        }
        return this;
    }

    /// A text that no phrase may reach into from the one before.
    void addApart(Utf8 text) {
        int before = words.size();
        add(text);
        position += words.size() > before ? 1 : 0;
    }

    List<ParsedToken> parse(Utf8 text) {
        List<ParsedToken> parsed = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        for (Token token = tokens.next(); token != null; token = tokens.next()) {
            if (token.text().length() >= Vectors.WORD_BYTES_MAX) {
                session.report(Report.of(
                                Severity.NOTICE, SqlState.PROGRAM_LIMIT_EXCEEDED, "word is too long to be indexed")
                        .withDetail("Words longer than " + Vectors.WORD_BYTES_MAX + " characters are ignored."));
                continue;
            }
            List<Utf8> lexemes = configuration.lexize(token.type(), token.text());
            position += lexemes == null ? 0 : 1;
            parsed.add(new ParsedToken(token, lexemes, Math.min(position, TsVector.POSITION_MAX)));
        }
        return parsed;
    }

    List<Word> words() {
        return words;
    }

    TsVector vector() {
        Vectors.Builder vector = new Vectors.Builder();
        words.forEach(word -> vector.add(word.lexeme, TsVector.pack(word.position, 0)));
        return vector.buildDocument();
    }
}
