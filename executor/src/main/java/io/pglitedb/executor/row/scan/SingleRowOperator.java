package io.pglitedb.executor.row.scan;

import io.pglitedb.executor.row.Operator;

/// One row without columns.
public final class SingleRowOperator implements Operator {
    private static final Object[] ROW = {};
    private boolean given;

    @Override
    public void open() {
        given = false;
    }

    @Override
    public Object[] next() {
        if (given) {
            return null;
        }
        given = true;
        return ROW;
    }

    @Override
    public void close() {}
}
