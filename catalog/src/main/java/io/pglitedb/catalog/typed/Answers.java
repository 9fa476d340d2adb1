package io.pglitedb.catalog.typed;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The answers found so far to one lookup. Thread-safe.
public final class Answers {
    private static final Object NOTHING = new Object();
    private static final int COUNT_MAX = 100_000;

    private final ConcurrentMap<Object, Object> found = new ConcurrentHashMap<>();

    /// True when there is an answer, "nothing" included.
    public boolean knows(Object key) {
        return found.containsKey(key);
    }

    /// The kept answer; null when there is none or it is "nothing".
    ///
    /// @param lookup whose answers these are
    @SuppressWarnings("unchecked") // a lookup's answers are of its type
    public <K, V> V get(Lookup<K, V> lookup, K key) {
        Object answer = found.get(key);
        return answer == NOTHING ? null : (V) answer;
    }

    /// Starts anew when there are very many: names that do not exist are remembered too.
    public void put(Object key, Object answer) {
        if (found.size() >= COUNT_MAX) {
            found.clear();
        }
        found.put(key, answer == null ? NOTHING : answer);
    }
}
