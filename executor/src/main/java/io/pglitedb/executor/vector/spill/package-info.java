/// Batches that do not fit into `work_mem`: rows in temporary files, split by a hash.
package io.pglitedb.executor.vector.spill;
