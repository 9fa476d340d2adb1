package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.scan.TableCursor;
import io.pglitedb.executor.row.table.ColumnReader;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.types.vector.Batch;

/// Rows of the row store, the transaction's own changes among them, decoded into vectors.
public final class RowStoreSource implements TableSource {
    @Override
    public Batches open(Request request, Run run) {
        return new Rows(
                new TableCursor(request.table(), run),
                new ColumnReader(
                        request.table(), request.columns(), run.execution().session()));
    }

    private record Rows(TableCursor rows, ColumnReader reader) implements Batches {
        @Override
        public Batch next(int rowsMax) {
            int count = 0;
            RowCursor row;
            while (count < rowsMax && (row = rows.next()) != null) {
                reader.add(row.value(), row.valueOffset(), row.valueLength());
                count++;
            }
            return count == 0 ? null : reader.take(count);
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}
