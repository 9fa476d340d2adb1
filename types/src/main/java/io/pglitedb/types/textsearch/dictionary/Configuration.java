package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.textsearch.parser.TokenType;
import io.pglitedb.types.value.Utf8;
import java.util.List;
import java.util.Map;

/// Which dictionaries are asked, in order, for each type of token; types without any are not indexed.
public record Configuration(Map<TokenType, List<Entry>> dictionaries) {
    /// @param oid of the dictionary
    public record Entry(int oid, Dictionary dictionary) {}

    public Configuration {
        dictionaries = Map.copyOf(dictionaries);
    }

    public List<Entry> dictionaries(TokenType type) {
        return dictionaries.getOrDefault(type, List.of());
    }

    /// What the first dictionary that knows the token says; null when none does.
    public List<Utf8> lexize(TokenType type, Utf8 token) {
        for (Entry entry : dictionaries(type)) {
            List<Utf8> lexemes = entry.dictionary.lexize(token);
            if (lexemes != null) {
                return lexemes;
            }
        }
        return null;
    }
}
