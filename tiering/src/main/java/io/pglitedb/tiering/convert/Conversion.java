package io.pglitedb.tiering.convert;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.columnstore.descriptor.DescriptorCodec;
import io.pglitedb.columnstore.write.SegmentWriter;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.row.RowCodec;
import io.pglitedb.rowstore.row.RowHeader;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.rowstore.segment.RowWatch;
import io.pglitedb.rowstore.segment.Swap;
import io.pglitedb.tiering.cold.RowLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/// Turns a range of rowids into one segment: hot rows, and what segments the range has had.
/// ```
///   watch the range ─▶ snapshot ─▶ read its rows, write the file ─▶ swap, in one commit ─▶ reclaim the hot rows' space
/// ```
/// Readers and writers are not held up. When the process ends anywhere the file is one that nobody names, or the
/// segment is whole.
public final class Conversion {
    /// @param rows that the new segment has
    /// @param swap what was done, for reclaiming
    public record Result(long rows, Swap swap) {}

    private final RowStore store;
    private final ColumnStore columns;
    private final FaultPoint.Hook hook;

    public Conversion(RowStore store, ColumnStore columns, FaultPoint.Hook hook) {
        this.store = store;
        this.columns = columns;
        this.hook = hook;
    }

    /// Null when the table is gone, or the range is written too much, or by another conversion.
    ///
    /// @param lastRowid belongs to the range
    /// @param written told of rows as they are written, to slow down or to stop by an exception
    public Result run(
            DatabaseCatalog database,
            int tableOid,
            int storage,
            long firstRowid,
            long lastRowid,
            LongConsumer written) {
        int number = store.allocateNumber();
        boolean done = false;
        try (RowWatch watch = store.segmentWrites().watch(storage, firstRowid, lastRowid)) {
            hook.reached(FaultPoint.WATCHED);
            List<ManifestEntry> replaced = new ArrayList<>();
            Written segment = write(database, tableOid, watch, number, replaced, written);
            if (segment == null) {
                return null;
            }
            hook.reached(FaultPoint.FILE_WRITTEN);
            List<ManifestEntry> added = segment.descriptor == null
                    ? List.of()
                    : List.of(new ManifestEntry(firstRowid, lastRowid, number, segment.descriptor));
            Swap swap = new Swap(watch, replaced, added);
            if (replaced.isEmpty() && added.isEmpty()) {
                return new Result(0, swap);
            }
            done = store.segmentWrites().swap(swap);
            hook.reached(FaultPoint.SWAPPED);
            return done ? new Result(segment.rows, swap) : null;
        } finally {
            if (!done && !store.segmentWrites().segmentNumbers().contains(number)) {
                columns.delete(number);
            }
        }
    }

    /// @param descriptor null without rows
    private record Written(long rows, byte[] descriptor) {}

    /// The table's columns are looked at after the snapshot is taken: every row that it has fits them.
    private Written write(
            DatabaseCatalog database,
            int tableOid,
            RowWatch watch,
            int number,
            List<ManifestEntry> replaced,
            LongConsumer written) {
        int storage = watch.relationNumber();
        try (Snapshot snapshot = store.currentSnapshot()) {
            CatalogView view = database.view();
            TableDef table = view.table(tableOid);
            if (table == null || table.storage() != storage) {
                return null;
            }
            replaced.addAll(
                    snapshot.segments().manifest(storage).overlapping(watch.firstRowid(), watch.lastRowid() + 1));
            boolean whole = replaced.stream()
                    .allMatch(entry ->
                            entry.firstRowid() >= watch.firstRowid() && entry.lastRowid() <= watch.lastRowid());
            if (!whole) {
                return null;
            }
            try (RowCursor rows =
                    snapshot.scanRows(storage, watch.firstRowid(), watch.lastRowid() + 1, Direction.FORWARD)) {
                return rows.next() ? write(rows, table, view, number, written) : new Written(0, null);
            }
        }
    }

    private Written write(RowCursor rows, TableDef table, CatalogView view, int number, LongConsumer written) {
        RowLayout layout = RowLayout.of(table, view);
        Object[] missing = layout.missing(table, view);
        int[] all = new int[layout.columnCount()];
        Arrays.setAll(all, column -> column);
        Object[] values = new Object[all.length];
        Object[] carriers = new Object[all.length + 1];
        try (SegmentWriter writer = columns.create(number, layout.schema())) {
            hook.reached(FaultPoint.FILE_BEGUN);
            do {
                layout.codec().decode(rows.value(), rows.valueOffset(), rows.valueLength(), all, values);
                for (int column = 0; column < all.length; column++) {
                    boolean absent = values[column] == RowCodec.MISSING;
                    boolean dropped = table.columns().get(column).dropped();
                    carriers[column] = dropped ? null : absent ? missing[column] : values[column];
                }
                carriers[all.length] = RowHeader.transactionId(rows.value(), rows.valueOffset());
                writer.append(rows.rowid(), carriers);
                written.accept(writer.rowCount());
            } while (rows.next());
            long count = writer.rowCount();
            return new Written(count, DescriptorCodec.encode(writer.finish()));
        }
    }
}
