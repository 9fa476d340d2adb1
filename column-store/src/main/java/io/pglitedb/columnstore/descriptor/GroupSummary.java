package io.pglitedb.columnstore.descriptor;

/// @param rowCount rows of the row group
/// @param firstRowid rowid of its first row
/// @param lastRowid rowid of its last row
public record GroupSummary(int rowCount, long firstRowid, long lastRowid) {}
