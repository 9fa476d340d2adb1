package io.pglitedb.executor.vector.set;

import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.sort.KeyChanges;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;

/// The first of each run of rows that are the same in the keys.
public final class UniqueStage implements VectorOperator {
    private final VectorOperator input;
    private final KeyChanges keys;

    public UniqueStage(VectorOperator input, KeyChanges keys) {
        this.input = input;
        this.keys = keys;
    }

    @Override
    public void open() {
        keys.restart();
        input.open();
    }

    @Override
    public Batch next() {
        for (Batch batch = input.next(); batch != null; batch = input.next()) {
            Selection starts = keys.starts(batch);
            if (!starts.isEmpty()) {
                return batch.select(starts);
            }
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
    }
}
