package io.pglitedb.rowstore;

/// Blocks of table files that a thread has asked for, index and filter blocks among them.
///
/// @param cached found in the store's cache
/// @param read from files
public record BlockReads(long cached, long read) {}
