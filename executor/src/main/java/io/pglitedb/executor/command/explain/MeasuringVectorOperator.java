package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;

/// Counts and times the calls of a vector operator. Copies of it on other threads count as loops.
final class MeasuringVectorOperator implements VectorOperator {
    private final VectorOperator operator;
    private final Measured measured;
    private final Meter meter;
    private boolean counted;

    MeasuringVectorOperator(VectorOperator operator, Measured measured, Meter meter) {
        this.operator = operator;
        this.measured = measured;
        this.meter = meter;
    }

    @Override
    public void open() {
        Meter.Reading start = meter.read();
        operator.open();
        Meter.Reading end = meter.read();
        synchronized (measured) {
            measured.loops += counted ? 0 : 1;
            measured.add(start, end);
        }
        counted = true;
    }

    @Override
    public Batch next() {
        Meter.Reading start = meter.read();
        Batch batch = operator.next();
        Meter.Reading end = meter.read();
        synchronized (measured) {
            measured.add(start, end);
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
    public void want(long rows) {
        operator.want(rows);
    }

    @Override
    public void close() {
        synchronized (measured) {
            operator.report(measured);
        }
        operator.close();
    }
}
