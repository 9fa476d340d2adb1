package io.pglitedb.types.textsearch.dictionary;

import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Turns a token into lexemes. Stateless and shared.
public interface Dictionary {
    /// Null for a token that it does not know, no lexemes for a stop word.
    List<Utf8> lexize(Utf8 token);
}
