package io.pglitedb.catalog.typed;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// The answers found so far to one lookup. Thread-safe.
public final class Answers {
    private static final Object NOTHING = new Object();

    private final ConcurrentMap<Object, Object> found = new ConcurrentHashMap<>();

    /// The kept answer; otherwise what `load` finds, kept from then on. Null when there is no answer.
    public <V> V get(Object key, Supplier<V> load) {
        Object answer = found.get(key);
        if (answer == null) {
            V loaded = load.get();
            put(key, loaded);
            return loaded;
        }
        return Answers.<V>unwrap(answer);
    }

    /// True when there is an answer, "nothing" included.
    public boolean knows(Object key) {
        return found.containsKey(key);
    }

    public void put(Object key, Object answer) {
        found.put(key, answer == null ? NOTHING : answer);
    }

    @SuppressWarnings("unchecked") // a lookup's answers are of its type
    private static <V> V unwrap(Object answer) {
        return answer == NOTHING ? null : (V) answer;
    }
}
