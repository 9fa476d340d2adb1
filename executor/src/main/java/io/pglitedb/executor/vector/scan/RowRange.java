package io.pglitedb.executor.vector.scan;

/// Rowids from `from` to before `to`.
public record RowRange(long from, long to) {
    public static final RowRange ALL = new RowRange(0, Long.MAX_VALUE);
}
