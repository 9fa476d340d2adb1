package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Template simple: lower case, stop words dropped.
///
/// @param accept false: a word that is no stop word is unknown, so that the next dictionary is asked
record SimpleDictionary(Words words, boolean accept) implements Dictionary {
    @Override
    public List<Utf8> lexize(Utf8 token) {
        Utf8 lower = Words.lower(token);
        if (words.isStopWord(lower)) {
            return List.of();
        }
        return accept ? List.of(lower) : null;
    }
}
