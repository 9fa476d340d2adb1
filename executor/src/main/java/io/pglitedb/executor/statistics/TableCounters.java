package io.pglitedb.executor.statistics;

import java.util.concurrent.atomic.LongAdder;

/// What happened to one table or index since the server started. Thread-safe; a reader may see a moment's work
/// half.
public final class TableCounters {
    /// Scans begun, of an index or of all rows.
    private final LongAdder scans = new LongAdder();
    /// Rows that scans of all rows, or entries that index scans, read.
    private final LongAdder returned = new LongAdder();
    /// Rows that index scans fetched.
    private final LongAdder fetched = new LongAdder();
    /// Rows written, whether the transaction committed or not.
    private final LongAdder inserted = new LongAdder();
    private final LongAdder updated = new LongAdder();
    private final LongAdder deleted = new LongAdder();
    /// Committed insertions minus deletions.
    final LongAdder growth = new LongAdder();
    /// Committed changes since the last ANALYZE.
    private final LongAdder changes = new LongAdder();
    private final LongAdder analyzes = new LongAdder();
    private final LongAdder autoAnalyzes = new LongAdder();
    private volatile long lastAnalyze;
    private volatile long lastAutoAnalyze;

    public void countScan() {
        scans.increment();
    }

    public void countScans(long count) {
        scans.add(count);
    }

    /// @param rows read by a scan
    public void countReturned(long rows) {
        returned.add(rows);
    }

    /// @param rows fetched for entries of an index
    public void countFetched(long rows) {
        fetched.add(rows);
    }

    void apply(ChangeTally tally, boolean committed) {
        inserted.add(tally.inserted);
        updated.add(tally.updated);
        deleted.add(tally.deleted);
        if (committed) {
            growth.add(tally.growth());
            changes.add(tally.inserted + tally.updated + tally.deleted);
        }
    }

    long changesSinceAnalyze() {
        return changes.sum();
    }

    TableActivity read() {
        return new TableActivity(
                scans.sum(),
                returned.sum(),
                fetched.sum(),
                inserted.sum(),
                updated.sum(),
                deleted.sum(),
                changes.sum(),
                analyzes.sum(),
                autoAnalyzes.sum(),
                lastAnalyze,
                lastAutoAnalyze);
    }

    /// @param at µs since 2000-01-01 UTC
    public void analyzed(boolean automatically, long at) {
        changes.reset();
        if (automatically) {
            autoAnalyzes.increment();
            lastAutoAnalyze = at;
        } else {
            analyzes.increment();
            lastAnalyze = at;
        }
    }
}
