package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;

/// Counts and times the calls of a vector operator.
record MeasuringVectorOperator(VectorOperator operator, Measured measured) implements VectorOperator {
    @Override
    public void open() {
        long start = System.nanoTime();
        operator.open();
        measured.loops++;
        measured.totalNanos += System.nanoTime() - start;
    }

    @Override
    public Batch next() {
        long start = System.nanoTime();
        Batch batch = operator.next();
        measured.totalNanos += System.nanoTime() - start;
        if (measured.rows == 0) {
            measured.firstRowNanos = measured.totalNanos;
        }
        if (batch != null) {
            measured.rows += batch.rowCount();
        }
        return batch;
    }

    @Override
    public void close() {
        operator.close();
    }
}
