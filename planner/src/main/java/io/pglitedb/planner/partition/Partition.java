package io.pglitedb.planner.partition;

import io.pglitedb.planner.query.PartitionBound;

/// A partition of one level.
///
/// @param table OID
public record Partition(int table, PartitionBound bound) {}
