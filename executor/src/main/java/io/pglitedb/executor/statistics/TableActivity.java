package io.pglitedb.executor.statistics;

/// The counters of a table or an index at one moment. Times are µs since 2000-01-01 UTC, 0 for never.
///
/// @param returned rows read by scans of all rows; of an index, entries
/// @param fetched rows fetched through an index
public record TableActivity(
        long scans,
        long returned,
        long fetched,
        long inserted,
        long updated,
        long deleted,
        long changesSinceAnalyze,
        long analyzeCount,
        long autoAnalyzeCount,
        long lastAnalyze,
        long lastAutoAnalyze) {
    static final TableActivity NONE = new TableActivity(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
