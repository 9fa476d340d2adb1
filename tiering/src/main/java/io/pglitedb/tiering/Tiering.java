package io.pglitedb.tiering;

import io.pglitedb.catalog.def.CatalogView;
import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.store.DatabaseCatalog;
import io.pglitedb.columnstore.ColumnStore;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.ManifestEntry;
import io.pglitedb.tiering.cold.SegmentRows;
import io.pglitedb.tiering.convert.Conversion;
import io.pglitedb.tiering.convert.FaultPoint;
import io.pglitedb.tiering.load.SegmentLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// Makes hot rows cold, and keeps segments in shape: for the background and for who asks. Thread-safe; one
/// conversion at a time.
public final class Tiering {
    /// Rowids that a segment stands for at most: eight row groups when none is missing.
    public static final long SEGMENT_ROWIDS = 1L << 20;
    /// Marks of a segment, of its rows, from which on it is written anew.
    private static final double MARKED_SHARE = 0.1;
    /// Single marks that are made one value.
    private static final int FOLDED_MARKS = 4_096;

    /// What was done since the start.
    public record Counts(long conversions, long rows, long refused, long reclaimed, long removedFiles) {}

    /// @param swappedAt as `SegmentWrites.reclaim` wants it
    private record Reclaim(int storage, long firstRowid, long lastRowid, long swappedAt) {}

    private final RowStore store;
    private final ColumnStore columns;
    private final SegmentRows rows;
    private final Conversion conversion;
    private final FaultPoint.Hook hook;
    private final ReentrantLock mutex = new ReentrantLock();
    private final ConcurrentLinkedQueue<Reclaim> reclaims = new ConcurrentLinkedQueue<>();
    private volatile boolean paused;
    private final AtomicLong conversions = new AtomicLong();
    private final AtomicLong convertedRows = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong reclaimed = new AtomicLong();
    private final AtomicLong removedFiles = new AtomicLong();

    public Tiering(RowStore store, ColumnStore columns, SegmentRows rows) {
        this(store, columns, rows, FaultPoint.Hook.NONE);
    }

    public Tiering(RowStore store, ColumnStore columns, SegmentRows rows, FaultPoint.Hook hook) {
        this.store = store;
        this.columns = columns;
        this.rows = rows;
        this.hook = hook;
        this.conversion = new Conversion(store, columns, hook);
        removeLeftOvers();
    }

    /// Files that a killed process has left.
    private void removeLeftOvers() {
        columns.removeUnfinished();
        Set<Integer> named = store.segmentWrites().segmentNumbers();
        for (int number : columns.files()) {
            if (!named.contains(number)) {
                columns.delete(number);
            }
        }
    }

    public SegmentRows rows() {
        return rows;
    }

    /// Whether rows of such a table may be cold.
    public static boolean applies(TableDef table) {
        return table.storage() != 0
                && (table.kind() == 'r' || table.kind() == 'm')
                && table.persistence() != 't'
                && Integer.compareUnsigned(table.oid(), 16_384) >= 0;
    }

    /// Begins to write new rows of a table past the hot ones, in a transaction that is not SERIALIZABLE.
    public SegmentLoader load(TableDef table, Transaction transaction, CatalogView view) {
        return new SegmentLoader(store, columns, hook, transaction, table, view);
    }

    /// Converts all rows of a table that are hot and stand between or behind its segments.
    ///
    /// @param lastRowid no rows beyond it
    /// @param rowidsMin shorter ranges are left; 1 for none
    /// @return rows converted
    public long tier(DatabaseCatalog database, TableDef table, long lastRowid, long rowidsMin, LongConsumer written) {
        mutex.lock();
        try {
            long count = 0;
            for (Range range : hotRanges(table.storage(), lastRowid)) {
                if (range.last - range.first + 1 >= rowidsMin) {
                    count += convert(database, table, range, written);
                }
            }
            return count;
        } finally {
            mutex.unlock();
        }
    }

    /// The last rowid that a table has now; 0 without rows.
    public long lastRowid(TableDef table) {
        try (Snapshot snapshot = store.currentSnapshot();
                RowCursor cursor = snapshot.scanRows(table.storage(), 0, Long.MAX_VALUE, Direction.BACKWARD)) {
            return cursor.next() ? cursor.rowid() : 0;
        }
    }

    public int segmentCount(TableDef table) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return snapshot.segments().manifest(table.storage()).entries().size();
        }
    }

    private record Range(long first, long last) {}

    private List<Range> hotRanges(int storage, long lastRowid) {
        List<Range> taken = new ArrayList<>();
        for (Claims.Claim claim : store.segmentWrites().claims(storage)) {
            taken.add(new Range(claim.firstRowid(), claim.lastRowid()));
        }
        try (Snapshot snapshot = store.currentSnapshot()) { // after the claims: a commit moves them
            for (ManifestEntry entry : snapshot.segments().manifest(storage).entries()) {
                taken.add(new Range(entry.firstRowid(), entry.lastRowid()));
            }
        }
        taken.sort(Comparator.comparingLong(Range::first));
        List<Range> ranges = new ArrayList<>();
        long next = 0;
        for (Range range : taken) {
            split(next, Math.min(lastRowid, range.first - 1), ranges);
            next = Math.max(next, range.last + 1);
        }
        split(next, lastRowid, ranges);
        return ranges;
    }

    private static void split(long first, long last, List<Range> ranges) {
        for (long from = first; from <= last; from = (from / SEGMENT_ROWIDS + 1) * SEGMENT_ROWIDS) {
            ranges.add(new Range(from, Math.min(last, (from / SEGMENT_ROWIDS + 1) * SEGMENT_ROWIDS - 1)));
        }
    }

    private long convert(DatabaseCatalog database, TableDef table, Range range, LongConsumer written) {
        Conversion.Result result =
                conversion.run(database, table.oid(), table.storage(), range.first, range.last, written);
        if (result == null) {
            refused.incrementAndGet();
            return 0;
        }
        if (!result.swap().isDone()) {
            return 0;
        }
        conversions.incrementAndGet();
        convertedRows.addAndGet(result.rows());
        reclaims.add(new Reclaim(
                table.storage(), range.first, range.last, result.swap().doneAt()));
        return result.rows();
    }

    /// Writes segments anew that have many marks.
    ///
    /// @param join whether small neighbours, too, become one
    /// @return rows written
    public long compact(DatabaseCatalog database, TableDef table, boolean join, LongConsumer written) {
        mutex.lock();
        try {
            long count = 0;
            for (Range range : wornRanges(table.storage(), join)) {
                count += convert(database, table, range, written);
            }
            return count;
        } finally {
            mutex.unlock();
        }
    }

    /// Ranges of whole segments, in groups that lie in one stretch of `SEGMENT_ROWIDS`.
    private List<Range> wornRanges(int storage, boolean join) {
        List<Range> ranges = new ArrayList<>();
        try (Snapshot snapshot = store.currentSnapshot()) {
            List<ManifestEntry> entries = snapshot.segments().manifest(storage).entries();
            for (int index = 0; index < entries.size(); ) {
                int end = index + 1;
                boolean worn = isWorn(entries.get(index), snapshot);
                while (join
                        && end < entries.size()
                        && entries.get(end).firstRowid() == entries.get(end - 1).lastRowid() + 1
                        && stretch(entries.get(end)) == stretch(entries.get(index))) {
                    end++;
                    worn = true;
                }
                if (worn) {
                    ranges.add(new Range(
                            entries.get(index).firstRowid(),
                            entries.get(end - 1).lastRowid()));
                }
                index = end;
            }
        }
        return ranges;
    }

    private static long stretch(ManifestEntry entry) {
        return entry.firstRowid() / SEGMENT_ROWIDS;
    }

    private boolean isWorn(ManifestEntry entry, Snapshot snapshot) {
        long segmentRows = rows.describe(entry).descriptor().rowCount();
        return snapshot.segments().deleteMarks(entry.segmentNumber()).count() > MARKED_SHARE * segmentRows;
    }

    /// Makes many single marks one value.
    public void foldMarks(TableDef table) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            for (ManifestEntry entry :
                    snapshot.segments().manifest(table.storage()).entries()) {
                if (snapshot.segments().deleteMarks(entry.segmentNumber()).singles() > FOLDED_MARKS) {
                    store.segmentWrites().foldDeleteMarks(table.storage(), entry.segmentNumber());
                }
            }
        }
    }

    /// Gives space back that no snapshot needs any more: of hot rows that have moved, of files that were
    /// replaced.
    public void cleanUp() {
        mutex.lock();
        try {
            Reclaim next;
            while ((next = reclaims.peek()) != null
                    && store.segmentWrites().reclaim(next.storage, next.firstRowid, next.lastRowid, next.swappedAt)) {
                reclaims.poll();
                reclaimed.incrementAndGet();
            }
            for (int number : store.segmentWrites().takeRemoved()) {
                columns.delete(number);
                removedFiles.incrementAndGet();
            }
            hook.reached(FaultPoint.FILES_REMOVED);
        } finally {
            mutex.unlock();
        }
    }

    public boolean isPaused() {
        return paused;
    }

    /// Of the background.
    ///
    /// @return whether it was the other way before
    public boolean pause(boolean pause) {
        mutex.lock();
        try {
            boolean changed = paused != pause;
            paused = pause;
            return changed;
        } finally {
            mutex.unlock();
        }
    }

    public Counts counts() {
        return new Counts(conversions.get(), convertedRows.get(), refused.get(), reclaimed.get(), removedFiles.get());
    }
}
