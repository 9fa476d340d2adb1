package io.pglitedb.types.text;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Classes with the functions of the character types.
public final class TextFunctions implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(
                CharacterCasts.class,
                ConcatFunctions.class,
                EncodingFunctions.class,
                FormatFunctions.class,
                IdentifierPath.class,
                LikeFunctions.class,
                Quoting.class,
                SimilarPattern.class,
                SizeText.class,
                StringFunctions.class,
                TextComparisons.class,
                TextShorthands.class,
                TrimFunctions.class,
                UnicodeFunctions.class);
    }
}
