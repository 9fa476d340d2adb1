package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.row.Operator;

/// Counts and times the calls of an operator.
final class MeasuringOperator implements Operator {
    private final Operator operator;
    private final Measured measured;
    private final Meter meter;
    private boolean first;

    MeasuringOperator(Operator operator, Measured measured, Meter meter) {
        this.operator = operator;
        this.measured = measured;
        this.meter = meter;
    }

    @Override
    public void open() {
        start(operator::open);
    }

    @Override
    public void rescan() {
        start(operator::rescan);
    }

    private void start(Runnable begin) {
        Meter.Reading start = meter.read();
        begin.run();
        measured.loops++;
        measured.firstRowNanos += measured.add(start, meter.read());
        first = true;
    }

    @Override
    public Object[] next() {
        Meter.Reading start = meter.read();
        Object[] row = operator.next();
        long spent = measured.add(start, meter.read());
        if (first) {
            measured.firstRowNanos += spent;
            first = false;
        }
        if (row != null) {
            measured.rows++;
        }
        return row;
    }

    @Override
    public void close() {
        operator.report(measured);
        operator.close();
    }
}
