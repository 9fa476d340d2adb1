package io.pglitedb.executor.vector.key;

/// What will know keys in the course of a run.
public interface KeySource {
    /// All keys, to be read through a `reader`; null before they are known.
    KeyTable knownKeys();
}
