package io.pglitedb.catalog.typed;

/// Answers lookups from one state of the catalog, keeping what it found.
public interface CatalogSource {
    /// Null when there is no answer.
    <K, V> V find(Lookup<K, V> lookup, K key);

    /// Equal for two sources only when nothing differs between what they read.
    long version();
}
