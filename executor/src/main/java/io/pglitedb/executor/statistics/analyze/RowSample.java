package io.pglitedb.executor.statistics.analyze;

import io.pglitedb.executor.row.table.RowReader;
import io.pglitedb.rowstore.Direction;
import io.pglitedb.rowstore.ReadView;
import io.pglitedb.rowstore.RowCursor;
import io.pglitedb.rowstore.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Rows of a table in order of their rowids, taken at random.
///
/// @param tableRows how many the table has
/// @param whole whether `tableRows` is counted, not guessed
record RowSample(List<Object[]> rows, double tableRows, boolean whole) {
    /// Tables with so many times the rows wanted are not read as a whole.
    private static final int FULL_SCAN_FACTOR = 4;
    private static final int ROWS_A_CHECK = 1_024;

    /// Takes samples of one table.
    ///
    /// @param interrupts called now and then
    record Taker(Transaction transaction, ReadView view, RowReader reader, int storage, Runnable interrupts) {
        /// @param estimatedRows of the table
        /// @param wanted rows
        RowSample take(double estimatedRows, int wanted, SplittableRandom random) {
            return estimatedRows > (double) wanted * FULL_SCAN_FACTOR
                    ? points(estimatedRows, wanted, random)
                    : reservoir(wanted, random);
        }

        /// All rows are looked at; each has the same chance. Source: Vitter, algorithm R.
        private RowSample reservoir(int wanted, SplittableRandom random) {
            List<Taken> taken = new ArrayList<>();
            long seen = 0;
            try (RowCursor cursor = cursor(0, Long.MAX_VALUE, Direction.FORWARD)) {
                while (cursor.next()) {
                    seen++;
                    if (taken.size() < wanted) {
                        taken.add(new Taken(cursor.rowid(), read(cursor)));
                    } else {
                        long place = random.nextLong(seen);
                        if (place < wanted) {
                            taken.set((int) place, new Taken(cursor.rowid(), read(cursor)));
                        }
                    }
                    if (seen % ROWS_A_CHECK == 0) {
                        interrupts.run();
                    }
                }
            }
            taken.sort((a, b) -> Long.compare(a.rowid, b.rowid));
            return new RowSample(taken.stream().map(Taken::row).toList(), seen, true);
        }

        private record Taken(long rowid, Object[] row) {}

        /// Rows at random places. Not spread evenly: neighbours are often alike, and are to come as often as they
        /// do.
        private RowSample points(double estimatedRows, int wanted, SplittableRandom random) {
            long first = edge(Direction.FORWARD);
            long end = edge(Direction.BACKWARD) + 1;
            long[] places = random.longs(wanted, first, end).sorted().toArray();
            List<Object[]> rows = new ArrayList<>(wanted);
            long last = -1;
            for (int i = 0; i < wanted; i++) {
                if (places[i] > last) {
                    try (RowCursor cursor = cursor(places[i], end, Direction.FORWARD)) {
                        if (cursor.next()) {
                            last = cursor.rowid();
                            rows.add(read(cursor));
                        }
                    }
                }
                if (i % ROWS_A_CHECK == 0) {
                    interrupts.run();
                }
            }
            return new RowSample(rows, Math.max(rows.size(), Math.rint(estimatedRows)), false);
        }

        private long edge(Direction direction) {
            try (RowCursor cursor = cursor(0, Long.MAX_VALUE, direction)) {
                return cursor.next() ? cursor.rowid() : 0;
            }
        }

        private RowCursor cursor(long from, long to, Direction direction) {
            return transaction.scanRows(view, storage, from, to, direction);
        }

        private Object[] read(RowCursor cursor) {
            return reader.read(cursor.rowid(), cursor.value(), cursor.valueOffset(), cursor.valueLength());
        }
    }
}
