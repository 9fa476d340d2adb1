package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.vector.key.KeyFilter;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import java.util.function.Supplier;

/// Leaves out rows of a scan by keys that something above knows; of one thread. It gives up where most rows stay.
public final class ScanFilter {
    /// Rows looked at before it may give up.
    private static final int TRIAL_ROWS = 32_768;

    private final int column;
    private final Supplier<KeyFilter> source;
    /// Null while nothing is known.
    private KeyFilter keys;
    private boolean givenUp;
    private long rowsSeen;
    private long rowsKept;

    /// @param column of the scan
    /// @param keys null for keys that are not known
    public ScanFilter(int column, Supplier<KeyFilter> keys) {
        this.column = column;
        this.source = keys;
    }

    void open() {
        KeyFilter known = source.get();
        if (known != keys) {
            keys = known;
            givenUp = false;
            rowsSeen = 0;
            rowsKept = 0;
        }
    }

    Selection select(Batch batch, Selection rows) {
        if (keys == null || givenUp) {
            return rows;
        }
        Selection kept = keys.select(batch.column(column), rows);
        rowsSeen += rows.count();
        rowsKept += kept.count();
        givenUp = rowsSeen > TRIAL_ROWS && rowsKept > rowsSeen - rowsSeen / 4;
        return kept;
    }
}
