package io.pglitedb.executor.vector.scan;

import io.pglitedb.catalog.def.ColumnDef;
import io.pglitedb.columnstore.predicate.KeyCondition;
import io.pglitedb.columnstore.read.Segment;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.scan.TableCursor;
import io.pglitedb.executor.row.table.ColumnReader;
import io.pglitedb.executor.run.Execution;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.segment.DeleteMarks;
import io.pglitedb.rowstore.segment.Manifest;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.tiering.cold.RowLayout;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Batches of a range of rowids in which there are segments.
/// ```
///   rowids     | rows  |          segment             | rows | segment …
///   batches    | rows… | page | page, then its hot rows | …
/// ```
/// A page is a batch as it lies in the cache; rows with delete marks are not selected. The hot rows of a page's
/// range come behind it, not between its rows. Pages that cannot satisfy the scan's conditions are left out,
/// their hot rows are not. Where the transaction itself has written within a page, its rows are read one by one.
final class SegmentBatches implements TableSource.Batches {
    /// @param entry null for a range without segment
    private record Piece(ManifestEntry entry, long from, long to) {}

    private final TableSource.Request request;
    private final Run run;
    private final Execution execution;
    private final int storage;
    private final ScanPruning pruning;
    private final List<KeyCondition> conditions;
    private final ColumnReader reader;
    private final Deque<Piece> pieces = new ArrayDeque<>();
    /// Rows that come next; null for none. One of the two.
    private TableCursor rows;
    private RowCursor hotRows;
    /// Rows of pages, for the statistics.
    private long read;
    /// The segment at hand; null between segments.
    private Pages pages;

    /// Null when the range has no segments.
    static SegmentBatches open(TableSource.Request request, RowRange range, ScanPruning pruning, Run run) {
        int storage = request.table().storage();
        if (storage == 0) {
            return null;
        }
        Manifest manifest =
                run.execution().transaction().manifest(run.execution().view(), storage);
        List<ManifestEntry> entries = manifest.overlapping(range.from(), range.to());
        return entries.isEmpty() ? null : new SegmentBatches(request, entries, range, pruning, run);
    }

    private SegmentBatches(
            TableSource.Request request, List<ManifestEntry> entries, RowRange range, ScanPruning pruning, Run run) {
        this.request = request;
        this.run = run;
        this.pruning = pruning;
        this.execution = run.execution();
        this.storage = request.table().storage();
        this.conditions = ScanConditions.of(request, run);
        this.reader = new ColumnReader(request.table(), request.columns(), execution.session());
        long next = range.from();
        for (ManifestEntry entry : entries) {
            if (next < entry.firstRowid()) {
                pieces.add(new Piece(null, next, entry.firstRowid()));
            }
            next = Math.min(range.to(), entry.lastRowid() + 1);
            pieces.add(new Piece(entry, Math.max(range.from(), entry.firstRowid()), next));
        }
        if (next < range.to()) {
            pieces.add(new Piece(null, next, range.to()));
        }
    }

    @Override
    public Batch next(int rowsMax) {
        while (true) {
            Batch batch = rows != null || hotRows != null ? readRows(rowsMax) : pages != null ? pages.next() : null;
            if (batch != null) {
                return batch;
            }
            if (rows == null && hotRows == null && pages == null) {
                if (pieces.isEmpty()) {
                    return null;
                }
                begin(pieces.poll());
            }
        }
    }

    private void begin(Piece piece) {
        if (piece.entry == null) {
            rows = new TableCursor(request.table(), piece.from, piece.to, run);
            return;
        }
        ManifestEntry entry = piece.entry;
        DeleteMarks marks = execution.view().snapshot().segments().deleteMarks(entry.segmentNumber());
        boolean mayHold = KeyCondition.mayHold(
                conditions, execution.segments().describe(entry).descriptor());
        boolean touched = marks.intersects(entry.offset(piece.from), entry.offset(piece.to - 1) + 1)
                || execution.transaction().hasWritten(storage, piece.from, piece.to);
        if (mayHold || touched) {
            pages = new Pages(piece, marks);
        } else if (piece.from == entry.firstRowid()) {
            pruning.segmentPruned();
        }
    }

    /// Null at the end of the rows at hand.
    private Batch readRows(int rowsMax) {
        int count = 0;
        RowCursor row;
        while (count < rowsMax && (row = nextRow()) != null) {
            reader.add(row.value(), row.valueOffset(), row.valueLength());
            count++;
        }
        if (count < rowsMax) {
            closeRows();
        }
        return count == 0 ? null : reader.take(count);
    }

    private RowCursor nextRow() {
        return rows != null ? rows.next() : hotRows.next() ? hotRows : null;
    }

    private void closeRows() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        if (hotRows != null) {
            hotRows.close();
            hotRows = null;
        }
    }

    @Override
    public void close() {
        closeRows();
        pages = null;
        pieces.clear();
        execution
                .activity()
                .of(execution.catalog().databaseOid(), request.table().oid())
                .countReturned(read);
        read = 0;
    }

    /// One segment, page by page.
    private final class Pages {
        private final ManifestEntry entry;
        private final Segment segment;
        private final DeleteMarks marks;
        private final long from;
        private final long to;
        /// Pages that conditions let through, ascending.
        private final int[] wanted;
        /// Places in the segment's schema; -1 for a column that came later. Null when columns have other types
        /// now: then its rows are read one by one.
        private final int[] columns;
        private int page;

        Pages(Piece piece, DeleteMarks marks) {
            this.entry = piece.entry;
            this.marks = marks;
            this.from = piece.from;
            this.to = piece.to;
            this.segment = execution.segments().open(entry);
            this.wanted = segment.pages(conditions);
            this.columns = columns(execution.segments().describe(entry).layout());
            this.page = Math.max(0, segment.pageOfRowid(from));
            if (from == entry.firstRowid()) {
                pruning.segmentRead();
            }
        }

        private int[] columns(RowLayout layout) {
            int[] places = new int[request.columns().size()];
            for (int index = 0; index < places.length; index++) {
                int place = request.columns().get(index) - 1;
                boolean known = place < layout.columnCount();
                if (known
                        && layout.schema().columns().get(place).type().oid()
                                != request.table().columns().get(place).type()) {
                    return null;
                }
                places[index] = known ? place : -1;
            }
            return places;
        }

        /// Null when rows come next, or nothing more.
        Batch next() {
            while (page < segment.pageCount()) {
                int at = page++;
                long first = Math.max(from, at == 0 ? entry.firstRowid() : segment.firstRowid(at));
                long end = Math.min(to, page == segment.pageCount() ? entry.lastRowid() + 1 : segment.firstRowid(page));
                if (first >= end) {
                    break;
                }
                boolean isWanted = Arrays.binarySearch(wanted, at) >= 0;
                pruning.page(isWanted);
                int firstOffset = entry.offset(first);
                int endOffset = entry.offset(end - 1) + 1;
                boolean marked = marks.intersects(firstOffset, endOffset);
                if (execution.transaction().hasWritten(storage, first, end)
                        || columns == null && (isWanted || marked)) {
                    rows = new TableCursor(request.table(), first, end, run);
                    return null;
                }
                if (marked) {
                    Snapshot snapshot = execution.view().snapshot();
                    hotRows = snapshot.scanHotRows(
                            storage,
                            entry.firstRowid() + marks.next(firstOffset),
                            entry.firstRowid() + marks.previous(endOffset - 1) + 1);
                }
                Batch batch = isWanted ? batch(at, first, end, marked) : null;
                if (batch != null || hotRows != null) {
                    return batch;
                }
            }
            pages = null;
            return null;
        }

        /// Null when no row is left.
        private Batch batch(int at, long first, long end, boolean marked) {
            int length = segment.rows(at);
            Selection selection = Selection.first(length);
            boolean cut = first > segment.firstRowid(at) || end - 1 < lastRowid(at);
            if (marked || cut) {
                selection = selection(at, first, end);
                if (selection.isEmpty()) {
                    return null;
                }
            }
            read += selection.count();
            List<Vector> vectors = new ArrayList<>(columns.length);
            for (int index = 0; index < columns.length; index++) {
                vectors.add(
                        columns[index] >= 0
                                ? segment.column(columns[index], at)
                                : missing(request.columns().get(index), length));
            }
            return new Batch(vectors, length, selection);
        }

        /// No row of the page is behind it.
        private long lastRowid(int at) {
            return at + 1 == segment.pageCount() ? entry.lastRowid() : segment.firstRowid(at + 1) - 1;
        }

        private Selection selection(int at, long first, long end) {
            long[] rowids = segment.rowids(at).values();
            int length = segment.rows(at);
            int[] kept = new int[length];
            int count = 0;
            for (int row = 0; row < length; row++) {
                boolean visible =
                        rowids[row] >= first && rowids[row] < end && !marks.contains(entry.offset(rowids[row]));
                kept[count] = row;
                count += visible ? 1 : 0;
            }
            return new Selection(kept, count);
        }

        private Vector missing(int number, int length) {
            ColumnDef column = request.table().columns().get(number - 1);
            Object value = column.missing().map(array -> array.elements()[0]).orElse(null);
            VectorForm form = VectorForm.of(execution.session().type(column.type()));
            return new ConstantVector(form, value, length);
        }
    }
}
