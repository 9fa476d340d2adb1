/// How the rows of a partitioned table are spread: `PartitionKey` says by what, `Partitions` which partition
/// takes a key, `PartitionConstraints` what that means as a condition, `Pruning` which partitions a condition
/// leaves.
package io.pglitedb.planner.partition;
