package io.pglitedb.columnstore.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.pglitedb.types.vector.Vector;
import java.util.function.Supplier;

/// Vectors of segments by their place. Two threads that miss the same one at once both decode it. Thread-safe.
public final class VectorCache {
    /// @param segment number of the segment, which is never given again
    /// @param column place in the segment's schema, or below zero for columns beside it
    /// @param page number in the segment; below zero the dictionary of row group -1 - page
    public record Key(int segment, int column, int page) {}

    private static final int ENTRY_BYTES = 128;

    private final Cache<Key, Vector> vectors;

    /// @param bytesMax 0 keeps nothing
    public VectorCache(long bytesMax) {
        vectors = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((Key _, Vector vector) ->
                        (int) Math.min(Integer.MAX_VALUE, ENTRY_BYTES + VectorBytes.of(vector)))
                .executor(Runnable::run)
                .build();
    }

    public Vector get(Key key, Supplier<Vector> load) {
        Vector cached = vectors.getIfPresent(key);
        if (cached == null) {
            cached = load.get();
            vectors.put(key, cached);
        }
        return cached;
    }

    /// Bytes taken now, by estimate.
    public long bytes() {
        return vectors.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }

    public void resize(long bytesMax) {
        vectors.policy().eviction().ifPresent(eviction -> eviction.setMaximum(bytesMax));
    }

    /// Forgets a segment whose file is gone.
    public void drop(int segment) {
        vectors.asMap().keySet().removeIf(key -> key.segment() == segment);
    }
}
