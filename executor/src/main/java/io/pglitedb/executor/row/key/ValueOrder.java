package io.pglitedb.executor.row.key;

/// Ascending order of values that are not null.
@FunctionalInterface
public interface ValueOrder {
    int compare(Object left, Object right);
}
