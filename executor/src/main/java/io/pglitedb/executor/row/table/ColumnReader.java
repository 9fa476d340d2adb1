package io.pglitedb.executor.row.table;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;

/// Decodes columns of stored rows into vectors.
public final class ColumnReader {
    private final RowCodec codec;
    /// Counted from 0.
    private final int[] columns;
    private final VectorBuilder[] builders;
    /// Values for rows from before a column was added.
    private final Object[] missing;

    /// @param numbers of columns, from 1
    public ColumnReader(TableDef table, List<Integer> numbers, SessionContext session) {
        List<ValueType> types = TableTypes.of(table, session);
        codec = new RowCodec(types);
        columns = numbers.stream().mapToInt(number -> number - 1).toArray();
        builders = new VectorBuilder[columns.length];
        missing = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            builders[i] = VectorBuilder.of(VectorForm.of(types.get(columns[i])), Vector.LENGTH_MAX);
            missing[i] = table.columns()
                    .get(columns[i])
                    .missing()
                    .map(array -> array.elements()[0])
                    .orElse(null);
        }
    }

    /// @param row with its header
    public void add(byte[] row, int offset, int length) {
        codec.decode(row, offset, length, columns, builders, missing);
    }

    /// The rows added since the last time.
    public Batch take(int rowCount) {
        List<Vector> vectors = new ArrayList<>(builders.length);
        for (VectorBuilder builder : builders) {
            vectors.add(builder.build());
        }
        return Batch.of(vectors, rowCount);
    }
}
