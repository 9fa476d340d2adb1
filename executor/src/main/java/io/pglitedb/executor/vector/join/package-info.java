/// Hash joins over batches. Start at `HashJoin`.
/// ```
///   right batches ──▶ BuildTable: keys numbered, rows of a key chained, columns end to end
///   left batch ──▶ PairFinder: (left row, right row) candidates ──▶ residual ──▶ Gather: columns side by side
/// ```
package io.pglitedb.executor.vector.join;
