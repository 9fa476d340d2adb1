package io.pglitedb.executor.vector.scan;

import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.List;
import java.util.function.Supplier;

/// Leaves out rows of a scan by keys that something above knows; of one thread. It gives up where most rows stay.
public final class ScanFilter {
    /// Rows looked at before it may give up.
    private static final int TRIAL_ROWS = 32_768;

    private final List<Integer> columns;
    private final Supplier<KeyTable> source;
    /// Null while nothing is known.
    private KeyTable known;
    /// Of `known`.
    private KeyTable keys;
    private boolean givenUp;
    private long rowsSeen;
    private long rowsKept;

    /// @param columns of the scan, one a column of the keys
    /// @param keys null for keys that are not known
    public ScanFilter(List<Integer> columns, Supplier<KeyTable> keys) {
        this.columns = List.copyOf(columns);
        this.source = keys;
    }

    void open() {
        KeyTable current = source.get();
        if (current != known) {
            known = current;
            keys = current == null ? null : current.reader();
            givenUp = false;
            rowsSeen = 0;
            rowsKept = 0;
        }
    }

    Selection select(Batch batch, Selection rows) {
        if (keys == null || givenUp || rows.isEmpty()) {
            return rows;
        }
        Vector[] values = new Vector[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = batch.column(columns.get(i));
        }
        Selection kept = keys.retain(values, rows);
        rowsSeen += rows.count();
        rowsKept += kept.count();
        givenUp = rowsSeen > TRIAL_ROWS && rowsKept > rowsSeen - rowsSeen / 4;
        return kept;
    }
}
