package io.pglitedb.types.textsearch;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.textsearch.dictionary.Configuration;
import io.pglitedb.types.textsearch.dictionary.TextSearchObjects;
import io.pglitedb.types.textsearch.parser.Token;
import io.pglitedb.types.textsearch.parser.Tokens;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// ts_debug, which PostgreSQL writes in SQL: what becomes of each token.
public final class DebugFunctions {
    private DebugFunctions() {}

    /// Rows of token type, its description, token, dictionaries, the one that knew the token, its lexemes.
    @Prosrc("ts_debug(regconfig, text)")
    public static Iterator<Object> debug(CallContext call, int configuration, Utf8 document) {
        Configuration found = TextSearchObjects.configuration(configuration, call.session());
        List<Object> rows = new ArrayList<>();
        Tokens tokens = new Tokens(document);
        for (Token token = tokens.next(); token != null; token = tokens.next()) {
            rows.add(row(token, found.dictionaries(token.type())));
        }
        return rows.iterator();
    }

    /// When no dictionary knows the token, the first one is named.
    private static Object[] row(Token token, List<Configuration.Entry> entries) {
        Integer dictionary =
                entries.isEmpty() ? null : (Integer) entries.getFirst().oid();
        PgArray lexemes = null;
        for (Configuration.Entry entry : entries) {
            List<Utf8> found = entry.dictionary().lexize(token.text());
            if (found != null) {
                dictionary = entry.oid();
                lexemes = PgArray.of(Oids.TEXT, found.toArray());
                break;
            }
        }
        Object[] all = entries.stream().map(Configuration.Entry::oid).toArray();
        return new Object[] {
            Utf8.of(token.type().alias()),
            Utf8.of(token.type().description()),
            token.text(),
            PgArray.of(Oids.REGDICTIONARY, all),
            dictionary,
            lexemes
        };
    }

    @Prosrc("ts_debug(text)")
    public static Iterator<Object> debug(CallContext call, Utf8 document) {
        return debug(call, TextSearchObjects.defaultConfiguration(call.session()), document);
    }
}
