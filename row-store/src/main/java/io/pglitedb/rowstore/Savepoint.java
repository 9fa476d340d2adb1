package io.pglitedb.rowstore;

/// A point in a transaction to go back to: marks in the write set and in the list of locks taken.
public record Savepoint(long versionMark, long lockMark, int callbackMark) {}
