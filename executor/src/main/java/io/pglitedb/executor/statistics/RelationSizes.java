package io.pglitedb.executor.statistics;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.planner.optimizer.TableSizes;
import io.pglitedb.planner.optimizer.TableSizes.Size;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.Snapshot;
import io.pglitedb.rowstore.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How large tables are now: a sample of each, and what the counters of changes say since. Thread-safe.
public final class RelationSizes {
    /// Changes of the catalog's own tables are not counted, so samples of them are good for a while only.
    private static final long SYSTEM_SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int FIRST_OF_USERS = 16_384; // OID
    private static final int SAMPLES_MAX = 20_000;
    private static final double GROWTH_MIN = 1_000;
    private static final double GROWTH_SHARE = 0.5;
    /// Of a row in one of PostgreSQL's pages: tuple header and item pointer.
    private static final int ROW_OVERHEAD_BYTES = 28;
    private static final int PAGE_BYTES = 8_192 - 24;

    /// @param growth the counter when it was taken
    private record Known(RelationSample sample, long growth, long takenNanos) {}

    /// Rows of a table below which it does not matter where they are.
    private static final double COLD_ROWS_MIN = 10_000;

    private final RowStore store;
    private final ActivityCounters activity;
    /// By number in the row store.
    private final Map<Integer, Known> samples = new ConcurrentHashMap<>();

    public RelationSizes(RowStore store, ActivityCounters activity) {
        this.store = store;
        this.activity = activity;
    }

    /// As a transaction sees them, with its own changes.
    public TableSizes of(int database, Transaction transaction) {
        return table -> size(database, table, activity.ownGrowth(transaction, database, table.oid()));
    }

    private Size size(int database, TableDef table, long ownGrowth) {
        if (table.storage() == 0) {
            return new Size(0, 0);
        }
        long growth = activity.of(database, table.oid()).growth.sum();
        Known known = samples.get(table.storage());
        if (known == null || isStale(known, table, growth)) {
            try (Snapshot snapshot = store.currentSnapshot()) {
                known = new Known(RelationSample.take(snapshot, table.storage()), growth, System.nanoTime());
            }
            if (samples.size() >= SAMPLES_MAX) {
                samples.clear(); // most are of storage that TRUNCATE and DROP have left behind
            }
            samples.put(table.storage(), known);
        }
        double rows = Math.max(0, known.sample.rows() + growth - known.growth + ownGrowth);
        double bytesPerRow = known.sample.bytesPerRow() == 0 ? ROW_OVERHEAD_BYTES : known.sample.bytesPerRow();
        return new Size(
                rows,
                Math.ceil(rows * (bytesPerRow + ROW_OVERHEAD_BYTES) / PAGE_BYTES),
                rows < COLD_ROWS_MIN ? 0 : Math.min(1, coldRowids(table.storage()) / rows));
    }

    /// Rowids that segments cover.
    private double coldRowids(int storage) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return snapshot.segments().manifest(storage).entries().stream()
                    .mapToLong(entry -> entry.lastRowid() - entry.firstRowid() + 1)
                    .sum();
        }
    }

    private static boolean isStale(Known known, TableDef table, long growth) {
        if (Integer.compareUnsigned(table.oid(), FIRST_OF_USERS) < 0) {
            return System.nanoTime() - known.takenNanos > SYSTEM_SAMPLE_NANOS;
        }
        return Math.abs(growth - known.growth) > Math.max(GROWTH_MIN, GROWTH_SHARE * known.sample.rows());
    }
}
