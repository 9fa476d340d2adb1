package io.pglitedb.executor.vector.block;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Collects rows into full blocks without constants, dictionaries and gaps.
public final class KeptRows {
    private static final int OBJECT_BYTES = 64;

    private final List<VectorForm> forms;
    private final VectorBuilder[] builders;
    private List<Batch> blocks = new ArrayList<>();
    /// Rows in the block that is being filled.
    private int filled;
    private long bytes;

    public KeptRows(List<VectorForm> forms) {
        this.forms = List.copyOf(forms);
        builders = forms.stream()
                .map(form -> VectorBuilder.of(form, Vector.LENGTH_MAX))
                .toArray(VectorBuilder[]::new);
    }

    public int rowCount() {
        return blocks.size() * Vector.LENGTH_MAX + filled;
    }

    /// Of memory held, about.
    public long bytes() {
        return bytes;
    }

    /// Adds the rows that count.
    public void add(Batch batch) {
        Selection rows = batch.selection();
        int done = 0;
        while (done < rows.count()) {
            int end = Math.min(rows.count(), done + Vector.LENGTH_MAX - filled);
            Selection part = done == 0 && end == rows.count() ? rows : rows.slice(done, end);
            for (int column = 0; column < builders.length; column++) {
                Vector vector = batch.column(column);
                builders[column].appendAll(vector, part);
                bytes += bytes(vector, part);
            }
            filled += part.count();
            done = end;
            if (filled == Vector.LENGTH_MAX) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        List<Vector> vectors = new ArrayList<>(builders.length);
        for (VectorBuilder builder : builders) {
            vectors.add(builder.build());
        }
        blocks.add(Batch.of(vectors, filled));
        filled = 0;
    }

    private static long bytes(Vector vector, Selection rows) {
        return switch (vector.form().layout()) {
            case INTS -> (long) rows.count() * Integer.BYTES;
            case LONGS, DOUBLES, DECIMALS -> (long) rows.count() * Long.BYTES;
            case BYTES -> (long) rows.count() * Integer.BYTES + textBytes(vector, rows);
            case OBJECTS -> (long) rows.count() * OBJECT_BYTES;
        };
    }

    private static long textBytes(Vector vector, Selection rows) {
        int[] codes = vector instanceof DictionaryVector dictionary ? dictionary.codes() : null;
        Vector entries = vector instanceof DictionaryVector dictionary ? dictionary.dictionary() : vector;
        if (!(entries instanceof BytesVector texts)) {
            return (long) rows.count() * Long.BYTES;
        }
        long sum = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int entry = codes == null ? row : codes[row];
            sum += texts.starts()[entry + 1] - texts.starts()[entry];
        }
        return sum;
    }

    /// All rows, in the order they were added; then there are none here.
    public Blocks take() {
        if (filled > 0) {
            endBlock();
        }
        Blocks taken = new Blocks(blocks, forms);
        blocks = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
