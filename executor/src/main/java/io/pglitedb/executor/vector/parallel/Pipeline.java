package io.pglitedb.executor.vector.parallel;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.scan.RowRange;
import io.pglitedb.executor.vector.scan.TableScan;

/// One thread's copy of a pipeline.
///
/// @param scan where `top` gets its rows from
public record Pipeline(VectorOperator top, TableScan scan) {
    /// Starts with a range; to be closed before the next one.
    public void open(RowRange range) {
        scan.read(range);
        top.open();
    }
}
