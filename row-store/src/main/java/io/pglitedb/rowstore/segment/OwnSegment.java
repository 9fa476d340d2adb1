package io.pglitedb.rowstore.segment;

/// A segment that a transaction has made of rows that it inserts: its range had no rows before.
///
/// @param relationNumber whose rows it has
public record OwnSegment(int relationNumber, ManifestEntry entry) {}
