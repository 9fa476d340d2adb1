package io.pglitedb.executor.row.modify;

/// A row as it stands in the table after a change.
///
/// @param row all columns
record Written(Object[] row, long rowid) {}
