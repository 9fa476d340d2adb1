package io.pglitedb.executor.vector.window;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;

/// A call over frames that begin with the partition, and end with the row, with its last peer or with the
/// partition.
final class RunningColumn implements WindowColumn {
    private final RunningValue running;
    /// What of the rows that have one value the next begins with.
    private final byte ends;
    private final RunValues values;
    /// Rows fed whose value is not known.
    private long waiting;

    /// @param ends `Marks` of what the frames end before; NOTHING for frames that end with their rows
    RunningColumn(RunningValue running, byte ends, VectorForm form) {
        this.running = running;
        this.ends = ends;
        this.values = new RunValues(form);
    }

    @Override
    public void start() {
        values.clear();
        waiting = 0;
        running.restart();
    }

    @Override
    public void feed(Batch batch, byte[] marks) {
        running.bind(batch);
        for (int row = 0; row < batch.length(); row++) {
            if (marks[row] >= ends) {
                end();
            }
            if (marks[row] == Marks.PARTITION) {
                running.restart();
            }
            running.add(row);
            waiting++;
        }
    }

    @Override
    public void end() {
        if (waiting > 0) {
            values.add(running.result(), waiting);
            waiting = 0;
        }
    }

    @Override
    public long ready() {
        return values.rowsAdded();
    }

    @Override
    public Vector give(byte[] marks, int length, int from, int to) {
        return values.take(length, from, to);
    }
}
