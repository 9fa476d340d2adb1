package io.pglitedb.types.regex;

import io.pglitedb.types.function.FunctionFamily;
import java.util.List;

/// Classes with the regular expression functions.
public final class RegexFamily implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(RegexFunctions.class, RegexPositions.class, RegexReplace.class);
    }
}
