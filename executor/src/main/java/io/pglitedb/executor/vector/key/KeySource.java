package io.pglitedb.executor.vector.key;

/// What will know keys in the course of a run.
public interface KeySource {
    /// Null before all keys are known, or where they are in no form that tells quickly.
    KeyFilter keyFilter();
}
