package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.row.table.ColumnReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.executor.run.SerialTables;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.SerialReads;
import io.pglitedb.types.vector.Batch;

/// Rows of the row store, the transaction's own changes among them, decoded into vectors.
public final class RowStoreSource implements TableSource {
    @Override
    public Batches open(Request request, Execution execution) {
        int storage = request.table().storage();
        if (storage == 0) {
            return new Nothing();
        }
        SerialReads reads = SerialTables.reads(request.table(), execution.transaction());
        if (reads != null) {
            reads.relation(storage);
        }
        RowCursor cursor =
                execution.transaction().scanRows(execution.view(), storage, 0, Long.MAX_VALUE, Direction.FORWARD);
        return new Rows(cursor, new ColumnReader(request.table(), request.columns(), execution.session()));
    }

    /// A relation without storage.
    private static final class Nothing implements Batches {
        @Override
        public Batch next(int rowsMax) {
            return null;
        }

        @Override
        public void close() {}
    }

    private static final class Rows implements Batches {
        private final RowCursor cursor;
        private final ColumnReader reader;
        private boolean ended;

        Rows(RowCursor cursor, ColumnReader reader) {
            this.cursor = cursor;
            this.reader = reader;
        }

        @Override
        public Batch next(int rowsMax) {
            int count = 0;
            while (!ended && count < rowsMax) {
                if (cursor.next()) {
                    reader.add(cursor.value(), cursor.valueOffset(), cursor.valueLength());
                    count++;
                } else {
                    ended = true;
                }
            }
            return count == 0 ? null : reader.take(count);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
