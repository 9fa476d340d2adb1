package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.scan.TableCursor;
import io.pglitedb.executor.row.table.ColumnReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.types.vector.Batch;
import java.util.ArrayList;
import java.util.List;

/// Rows of the row store, the transaction's own changes among them, decoded into vectors; pages of segments as
/// they are.
public final class RowStoreSource implements TableSource {
    /// A row is decoded in some 200 ns.
    private static final long RANGE_ROWIDS = 32_768;
    private static final int RANGES_MAX = 4_096;

    private final ScanPruning pruning = new ScanPruning();

    @Override
    public ScanPruning pruning() {
        return pruning;
    }

    @Override
    public void begin(Request request, Run run) {
        TableCursor.begin(request.table(), run);
    }

    @Override
    public List<RowRange> split(Request request, Run run) {
        Execution execution = run.execution();
        int storage = request.table().storage();
        // Nobody else reads what the transaction has written, so it is not made to be read by several threads.
        if (storage == 0 || execution.transaction().hasWritten(storage, 0, Long.MAX_VALUE)) {
            return List.of(RowRange.ALL);
        }
        long first = end(execution, storage, Direction.FORWARD);
        long last = end(execution, storage, Direction.BACKWARD);
        List<RowRange> ranges = new ArrayList<>();
        long from = 0;
        long step = Math.max(RANGE_ROWIDS, (last - first) / RANGES_MAX);
        for (long to = first + step; to <= last; to += step) {
            ranges.add(new RowRange(from, to));
            from = to;
        }
        ranges.add(new RowRange(from, Long.MAX_VALUE));
        return ranges;
    }

    /// The first rowid in a direction, 0 for none.
    private static long end(Execution execution, int storage, Direction direction) {
        try (RowCursor rows =
                execution.transaction().scanRows(execution.view(), storage, 0, Long.MAX_VALUE, direction)) {
            return rows.next() ? rows.rowid() : 0;
        }
    }

    @Override
    public Batches open(Request request, RowRange range, Run run) {
        SegmentBatches tiered = SegmentBatches.open(request, range, pruning, run);
        if (tiered != null) {
            return tiered;
        }
        return new Rows(
                new TableCursor(request.table(), range.from(), range.to(), run),
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
