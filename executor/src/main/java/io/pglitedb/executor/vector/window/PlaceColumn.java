package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Vector;

/// row_number, rank or dense_rank: known from the rows before.
final class PlaceColumn implements WindowColumn {
    enum Kind {
        ROW_NUMBER,
        RANK,
        DENSE_RANK
    }

    private final Kind kind;
    private long rowNumber;
    private long value;

    PlaceColumn(Kind kind) {
        this.kind = kind;
    }

    @Override
    public void start() {
        rowNumber = 0;
        value = 0;
    }

    @Override
    public void feed(Batch batch, byte[] marks) {}

    @Override
    public void end() {}

    @Override
    public long ready() {
        return Long.MAX_VALUE;
    }

    @Override
    public Vector give(byte[] marks, int length, int from, int to) {
        long[] values = new long[length];
        for (int row = from; row < to; row++) {
            if (marks[row] == Marks.PARTITION) {
                rowNumber = 0;
                value = 0;
            }
            rowNumber++;
            value = switch (kind) {
                case ROW_NUMBER -> rowNumber;
                case RANK -> marks[row] == Marks.NOTHING ? value : rowNumber;
                case DENSE_RANK -> marks[row] == Marks.NOTHING ? value : value + 1;
            };
            values[row] = value;
        }
        return new LongVector(values, null, length);
    }
}
