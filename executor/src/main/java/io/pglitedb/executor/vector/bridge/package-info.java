/// Between the two engines: batches as rows, rows as batches.
package io.pglitedb.executor.vector.bridge;
