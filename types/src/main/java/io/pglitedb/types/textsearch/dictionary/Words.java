package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.value.Utf8;
import java.util.Set;

/// What dictionaries share: folding to lower case, and a list of stop words.
///
/// @param stopWords in lower case
record Words(Set<Utf8> stopWords) {
    /// Character by character, as the C library does it.
    static Utf8 lower(Utf8 token) {
        StringBuilder lower = new StringBuilder(token.length());
        token.toString().codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return Utf8.of(lower.toString());
    }

    boolean isStopWord(Utf8 lowerWord) {
        return lowerWord.isEmpty() || stopWords.contains(lowerWord);
    }
}
