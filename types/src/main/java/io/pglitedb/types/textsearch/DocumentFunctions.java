package io.pglitedb.types.textsearch;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.textsearch.DocumentParser.Word;
import io.pglitedb.types.textsearch.QueryTree.Operator;
import io.pglitedb.types.textsearch.dictionary.TextSearchObjects;
import io.pglitedb.types.textsearch.parser.Token;
import io.pglitedb.types.textsearch.parser.TokenType;
import io.pglitedb.types.textsearch.parser.Tokens;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.TsQuery;
import io.pglitedb.types.value.TsVector;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Functions that read text by a configuration: to_tsvector, to_tsquery and their kin.
public final class DocumentFunctions {
    private DocumentFunctions() {}

    static DocumentParser parser(CallContext call, int configuration) {
        return new DocumentParser(TextSearchObjects.configuration(configuration, call.session()), call.session());
    }

    @Prosrc("get_current_ts_config")
    public static int currentConfiguration(CallContext call) {
        return TextSearchObjects.defaultConfiguration(call.session());
    }

    @Prosrc("to_tsvector_byid")
    public static TsVector toVector(CallContext call, int configuration, Utf8 text) {
        return parser(call, configuration).add(text).vector();
    }

    @Prosrc("to_tsvector")
    public static TsVector toVector(CallContext call, Utf8 text) {
        return toVector(call, currentConfiguration(call), text);
    }

    /// Pushes the words of an operand; stop words between them count as positions.
    private static QueryParser.OperandSink sink(CallContext call, int configuration, Operator joiner) {
        return (tree, text, weights, prefix) -> {
            List<Word> words = parser(call, configuration).add(text).words();
            if (words.isEmpty()) {
                tree.pushStopWord();
                return;
            }
            int groups = 0;
            int position = 0;
            for (int i = 0; i < words.size(); ) {
                for (position++; groups > 0 && position < words.get(i).position(); position++) {
                    tree.pushStopWord();
                    tree.push(joiner, 1);
                }
                position = words.get(i).position();
                int first = i;
                for (; i < words.size() && words.get(i).position() == position; i++) {
                    tree.push(words.get(i).lexeme(), weights, prefix);
                    if (i > first) {
                        tree.push(Operator.AND, 0);
                    }
                }
                if (groups++ > 0) {
                    tree.push(joiner, 1);
                }
            }
        };
    }

    @Prosrc("to_tsquery_byid")
    public static TsQuery toQuery(CallContext call, int configuration, Utf8 text) {
        return QueryParser.parse(text, sink(call, configuration, Operator.PHRASE), call.session());
    }

    @Prosrc("to_tsquery")
    public static TsQuery toQuery(CallContext call, Utf8 text) {
        return toQuery(call, currentConfiguration(call), text);
    }

    @Prosrc("plainto_tsquery_byid")
    public static TsQuery plainToQuery(CallContext call, int configuration, Utf8 text) {
        return QueryParser.parsePlain(text, sink(call, configuration, Operator.AND), call.session());
    }

    @Prosrc("plainto_tsquery")
    public static TsQuery plainToQuery(CallContext call, Utf8 text) {
        return plainToQuery(call, currentConfiguration(call), text);
    }

    @Prosrc("phraseto_tsquery_byid")
    public static TsQuery phraseToQuery(CallContext call, int configuration, Utf8 text) {
        return QueryParser.parsePlain(text, sink(call, configuration, Operator.PHRASE), call.session());
    }

    @Prosrc("phraseto_tsquery")
    public static TsQuery phraseToQuery(CallContext call, Utf8 text) {
        return phraseToQuery(call, currentConfiguration(call), text);
    }

    @Prosrc("websearch_to_tsquery_byid")
    public static TsQuery webToQuery(CallContext call, int configuration, Utf8 text) {
        return QueryParser.parseWeb(text, sink(call, configuration, Operator.PHRASE), call.session());
    }

    @Prosrc("websearch_to_tsquery")
    public static TsQuery webToQuery(CallContext call, Utf8 text) {
        return webToQuery(call, currentConfiguration(call), text);
    }

    @Prosrc("ts_match_tt")
    public static boolean matches(CallContext call, Utf8 text, Utf8 query) {
        return Matcher.matches(plainToQuery(call, query), toVector(call, text));
    }

    @Prosrc("ts_match_tq")
    public static boolean matches(CallContext call, Utf8 text, TsQuery query) {
        return Matcher.matches(query, toVector(call, text));
    }

    /// Null for a word that the dictionary does not know.
    @Prosrc("ts_lexize")
    public static PgArray lexize(CallContext call, int dictionary, Utf8 word) {
        List<Utf8> lexemes =
                TextSearchObjects.dictionary(dictionary, call.session()).lexize(word);
        return lexemes == null ? null : PgArray.of(Oids.TEXT, lexemes.toArray());
    }

    /// Rows of token type, token.
    @Prosrc("ts_parse_byid")
    public static Iterator<Object> parse(CallContext call, int parser, Utf8 text) {
        ParserNames.requireDefault(parser);
        List<Object> rows = new ArrayList<>();
        Tokens tokens = new Tokens(text);
        for (Token token = tokens.next(); token != null; token = tokens.next()) {
            rows.add(new Object[] {token.type().number(), token.text()});
        }
        return rows.iterator();
    }

    @Prosrc("ts_parse_byname")
    public static Iterator<Object> parse(CallContext call, Utf8 parser, Utf8 text) {
        return parse(call, ParserNames.oid(parser), text);
    }

    /// Rows of number, alias, description.
    @Prosrc("ts_token_type_byid")
    public static Iterator<Object> tokenTypes(CallContext call, int parser) {
        ParserNames.requireDefault(parser);
        List<Object> rows = new ArrayList<>();
        for (TokenType type : TokenType.values()) {
            rows.add(new Object[] {type.number(), Utf8.of(type.alias()), Utf8.of(type.description())});
        }
        return rows.iterator();
    }

    @Prosrc("ts_token_type_byname")
    public static Iterator<Object> tokenTypes(CallContext call, Utf8 parser) {
        return tokenTypes(call, ParserNames.oid(parser));
    }
}
