/// Order of batches. Keys become integers that compare as they do (`KeyOrder`, `BlockSort`); whole values are
/// looked at only where those are the same. Start at `VectorSort`.
package io.pglitedb.executor.vector.sort;
