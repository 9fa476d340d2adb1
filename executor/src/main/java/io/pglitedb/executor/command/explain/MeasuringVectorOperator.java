package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;

/// Counts and times the calls of a vector operator. Copies of it on other threads count as loops.
final class MeasuringVectorOperator implements VectorOperator {
    private final VectorOperator operator;
    private final Measured measured;
    private boolean counted;

    MeasuringVectorOperator(VectorOperator operator, Measured measured) {
        this.operator = operator;
        this.measured = measured;
    }

    @Override
    public void open() {
        long start = System.nanoTime();
        operator.open();
        synchronized (measured) {
            measured.loops += counted ? 0 : 1;
            measured.totalNanos += System.nanoTime() - start;
        }
        counted = true;
    }

    @Override
    public Batch next() {
        long start = System.nanoTime();
        Batch batch = operator.next();
        synchronized (measured) {
            measured.totalNanos += System.nanoTime() - start;
            if (measured.rows == 0) {
                measured.firstRowNanos = measured.totalNanos;
            }
            if (batch != null) {
                measured.rows += batch.rowCount();
            }
        }
        return batch;
    }

    @Override
    public void close() {
        operator.close();
    }
}
