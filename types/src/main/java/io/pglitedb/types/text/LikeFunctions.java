package io.pglitedb.types.text;

import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// LIKE, ILIKE and their ESCAPE.
public final class LikeFunctions {
    private LikeFunctions() {}

    @Prosrc({"textlike", "namelike"})
    public static boolean like(Utf8 text, Utf8 pattern) {
        return LikePattern.matches(text, pattern);
    }

    @Prosrc({"textnlike", "namenlike"})
    public static boolean notLike(Utf8 text, Utf8 pattern) {
        return !LikePattern.matches(text, pattern);
    }

    @Prosrc({"texticlike", "nameiclike"})
    public static boolean likeIgnoringCase(CallContext call, Utf8 text, Utf8 pattern) {
        CaseMapping mapping = CaseMapping.of(call);
        return LikePattern.matches(mapping.lower(text), mapping.lower(pattern));
    }

    @Prosrc({"texticnlike", "nameicnlike"})
    public static boolean notLikeIgnoringCase(CallContext call, Utf8 text, Utf8 pattern) {
        return !likeIgnoringCase(call, text, pattern);
    }

    @Prosrc("like_escape")
    public static Utf8 likeEscape(Utf8 pattern, Utf8 escape) {
        return LikePattern.withEscape(pattern, escape);
    }
}
