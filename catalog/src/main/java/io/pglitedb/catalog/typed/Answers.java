package io.pglitedb.catalog.typed;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The answers found so far to one lookup. Thread-safe: whether there is an answer and what it is are one question,
/// as others find and forget answers meanwhile.
public final class Answers {
    private static final int COUNT_MAX = 100_000;

    private final ConcurrentMap<Object, Answer<?>> found = new ConcurrentHashMap<>();

    /// @param value null for "nothing"
    public record Answer<V>(V value) {}

    /// Null when there is none.
    ///
    /// @param lookup whose answers these are
    @SuppressWarnings("unchecked") // a lookup's answers are of its type
    public <K, V> Answer<V> get(Lookup<K, V> lookup, K key) {
        return (Answer<V>) found.get(key);
    }

    /// Starts anew when there are very many: names that do not exist are remembered too.
    public void put(Object key, Object value) {
        if (found.size() >= COUNT_MAX) {
            found.clear();
        }
        found.put(key, new Answer<>(value));
    }
}
