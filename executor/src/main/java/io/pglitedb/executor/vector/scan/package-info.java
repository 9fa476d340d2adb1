/// Tables as batches. A `TableSource` reads columns of a table at the snapshot of a run; the one over the row
/// store decodes rows straight into vectors.
package io.pglitedb.executor.vector.scan;
