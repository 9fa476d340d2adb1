package io.pglitedb.executor.command.explain;

import io.pglitedb.executor.row.Operator;

/// Counts and times the calls of an operator.
final class MeasuringOperator implements Operator {
    private final Operator operator;
    private final Measured measured;
    private boolean first;

    MeasuringOperator(Operator operator, Measured measured) {
        this.operator = operator;
        this.measured = measured;
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
        long start = System.nanoTime();
        begin.run();
        long spent = System.nanoTime() - start;
        measured.loops++;
        measured.totalNanos += spent;
        measured.firstRowNanos += spent;
        first = true;
    }

    @Override
    public Object[] next() {
        long start = System.nanoTime();
        Object[] row = operator.next();
        long spent = System.nanoTime() - start;
        measured.totalNanos += spent;
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
