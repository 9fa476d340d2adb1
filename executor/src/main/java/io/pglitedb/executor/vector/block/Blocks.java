package io.pglitedb.executor.vector.block;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns, a batch behind the other. A row's handle is `block << SHIFT | row in the block`; where all
/// blocks but the last are full, handles are the numbers from 0.
public final class Blocks {
    public static final int SHIFT = 12;
    public static final int MASK = Vector.LENGTH_MAX - 1;

    private final List<Batch> blocks;
    private final List<BlockColumn> columns = new ArrayList<>();
    private final int rowCount;

    /// @param blocks all of whose rows count
    /// @param forms of the columns
    public Blocks(List<Batch> blocks, List<VectorForm> forms) {
        this.blocks = List.copyOf(blocks);
        for (int column = 0; column < forms.size(); column++) {
            List<Vector> vectors = new ArrayList<>(blocks.size());
            for (Batch block : blocks) {
                vectors.add(block.column(column));
            }
            columns.add(BlockColumn.of(vectors, forms.get(column)));
        }
        rowCount = blocks.stream().mapToInt(Batch::length).sum();
    }

    public int rowCount() {
        return rowCount;
    }

    public int blockCount() {
        return blocks.size();
    }

    public Batch block(int number) {
        return blocks.get(number);
    }

    /// The vector with the value of a row in a column; its index there is `handle & MASK`.
    public Vector vector(int column, int handle) {
        return blocks.get(handle >>> SHIFT).column(column);
    }

    public Object value(int column, int handle) {
        return vector(column, handle).get(handle & MASK);
    }

    /// A batch of the rows with the handles from `from` to before `to`, a batch's length or fewer.
    public Batch gather(int[] handles, int from, int to) {
        List<Vector> gathered = new ArrayList<>(columns.size());
        for (BlockColumn column : columns) {
            gathered.add(column.gather(handles, from, to - from));
        }
        return Batch.of(gathered, to - from);
    }

    /// One column of them.
    public Vector gather(int column, int[] handles, int from, int to) {
        return columns.get(column).gather(handles, from, to - from);
    }
}
