package io.pglitedb.executor.vector.stage;

import io.pglitedb.executor.row.sort.LimitBounds;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;

/// Skips rows, passes some on, and asks for no more.
public final class LimitStage implements VectorOperator {
    private final VectorOperator input;
    private final LimitBounds bounds;
    private long toSkip;
    /// `LimitBounds.ALL` without a limit.
    private long toTake;

    public LimitStage(VectorOperator input, LimitBounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    @Override
    public void open() {
        toSkip = bounds.offset();
        toTake = bounds.count();
        input.want(LimitBounds.wanted(toSkip, toTake));
        input.open();
    }

    @Override
    public Batch next() {
        while (toTake != 0) {
            Batch batch = input.next();
            if (batch == null) {
                toTake = 0;
                return null;
            }
            int skipped = (int) Math.min(toSkip, batch.rowCount());
            toSkip -= skipped;
            int left = batch.rowCount() - skipped;
            int taken = toTake < 0 ? left : (int) Math.min(toTake, left);
            if (toTake > 0) {
                toTake -= taken;
            }
            if (taken > 0) {
                return taken == batch.rowCount()
                        ? batch
                        : batch.select(batch.selection().slice(skipped, skipped + taken));
            }
        }
        return null;
    }

    @Override
    public void close() {
        input.close();
    }
}
