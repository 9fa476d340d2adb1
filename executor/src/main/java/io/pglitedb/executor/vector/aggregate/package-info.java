/// Grouping and aggregation over batches. The states of one aggregate call for all groups lie side by side
/// (`AggregateStates`): primitive arrays for the common ones, the row engine's accumulators for all others. Start
/// at `HashAggregate`.
package io.pglitedb.executor.vector.aggregate;
