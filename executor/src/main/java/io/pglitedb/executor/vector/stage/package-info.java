/// Operators that change a batch at a time and keep nothing between batches.
package io.pglitedb.executor.vector.stage;
