package io.pglitedb.types.regex;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A compiled regular expression. Immutable, shared by a small cache.
public final class Regex {
    private static final int CACHED = 256;
    private static final Map<Key, Regex> CACHE = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Regex> eldest) {
            return size() > CACHED;
        }
    };

    private record Key(String source, RegexFlags flags) {}

    private final Pattern pattern;
    private final RegexTranslator.Preference preference;

    private Regex(Pattern pattern, RegexTranslator.Preference preference) {
        this.pattern = pattern;
        this.preference = preference;
    }

    /// 2201B when it is malformed.
    ///
    /// @param options letters as the flags argument of the regexp functions takes them
    public static Regex compile(String source, String options) {
        return compile(source, RegexFlags.parse(options));
    }

    static Regex compile(String source, RegexFlags flags) {
        Key key = new Key(source, flags);
        synchronized (CACHE) {
            Regex known = CACHE.get(key);
            if (known != null) {
                return known;
            }
        }
        Regex compiled = translate(source, flags);
        synchronized (CACHE) {
            CACHE.put(key, compiled);
        }
        return compiled;
    }

    private static Regex translate(String source, RegexFlags flags) {
        RegexTranslator translator = new RegexTranslator(source, flags);
        String translated = translator.translate();
        try {
            return new Regex(Pattern.compile(translated, translator.javaFlags()), translator.preference());
        } catch (PatternSyntaxException e) {
            throw new PgException(
                    SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw tooComplex();
        }
    }

    private static PgException tooComplex() {
        return new PgException(
                SqlState.INVALID_REGULAR_EXPRESSION, "invalid regular expression: regular expression is too complex");
    }

    int groupCount() {
        return pattern.matcher("").groupCount();
    }

    public boolean isFound(String text) {
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError e) {
            throw tooComplex();
        }
    }

    /// The first match at or after `from` (in chars); null when there is none.
    Matcher find(String text, int from) {
        try {
            return preferred(text, from);
        } catch (StackOverflowError e) {
            throw tooComplex();
        }
    }

    private Matcher preferred(String text, int from) {
        Matcher matcher = matcher(text, from, text.length());
        if (!matcher.find()) {
            return null;
        }
        int start = matcher.start();
        int end = matcher.end();
        switch (preference) {
            case AS_FOUND -> {
                return matcher;
            }
            case LONGEST -> {
                for (int longer = text.length(); longer > end; longer--) {
                    Matcher whole = matcher(text, start, longer);
                    if (whole.matches()) {
                        return whole;
                    }
                }
            }
            case SHORTEST -> {
                for (int shorter = start; shorter < end; shorter++) {
                    Matcher whole = matcher(text, start, shorter);
                    if (whole.matches()) {
                        return whole;
                    }
                }
            }
        }
        return matcher;
    }

    /// Anchors and lookaround see the whole text, not the region.
    private Matcher matcher(String text, int from, int to) {
        return pattern.matcher(text).region(from, to).useAnchoringBounds(false).useTransparentBounds(true);
    }
}
