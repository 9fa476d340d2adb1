package io.pglitedb.executor.vector.bridge;

import io.pglitedb.executor.row.Operator;
import io.pglitedb.executor.vector.BatchSize;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Batches of the rows of a row operator.
public final class RowBatches implements VectorOperator {
    private final Operator input;
    private final RowCollector collector;
    private BatchSize size;
    private boolean ended;

    public RowBatches(Operator input, List<VectorForm> forms) {
        this.input = input;
        this.collector = new RowCollector(forms);
    }

    @Override
    public void open() {
        size = new BatchSize();
        ended = false;
        input.open();
    }

    @Override
    public Batch next() {
        if (ended) {
            return null;
        }
        int wanted = size.next();
        Batch batch = collector.collect(input::next, wanted);
        ended = batch == null || batch.rowCount() < wanted;
        return batch;
    }

    @Override
    public void close() {
        input.close();
    }

    /// Makes batches of rows.
    public static final class RowCollector {
        private final VectorBuilder[] builders;

        public RowCollector(List<VectorForm> forms) {
            builders = forms.stream()
                    .map(form -> VectorBuilder.of(form, Vector.LENGTH_MAX))
                    .toArray(VectorBuilder[]::new);
        }

        /// The next rows of a source that gives null after the last; null for none.
        public Batch collect(Supplier<Object[]> rows, int wanted) {
            int count = 0;
            Object[] row;
            while (count < wanted && (row = rows.get()) != null) {
                for (int column = 0; column < builders.length; column++) {
                    builders[column].append(row[column]);
                }
                count++;
            }
            if (count == 0) {
                return null;
            }
            List<Vector> vectors = new ArrayList<>(builders.length);
            for (VectorBuilder builder : builders) {
                vectors.add(builder.build());
            }
            return Batch.of(vectors, count);
        }
    }
}
