package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The right rows of a join in memory, by their keys. Rows are numbered; those of one key are chained, the last
/// one first.
final class BuildTable {
    static final int END = -1;
    private static final int OBJECT_BYTES = 48;

    private final KeyTable keys;
    private final VectorBuilder[] builders;
    /// Last row of each key, by the key's number.
    private int[] last = new int[64];
    /// The row before in the chain, by row.
    private int[] before = new int[64];
    private int rowCount;
    private boolean hasRowsWithoutKey;
    private long columnBytes;
    private int[] numbers = {};
    private List<Vector> columns;
    /// Rows that have met a left row.
    private final BitSet matched = new BitSet();

    BuildTable(KeyTable keys, List<VectorForm> forms) {
        this.keys = keys;
        this.builders = forms.stream().map(form -> VectorBuilder.of(form, 1024)).toArray(VectorBuilder[]::new);
    }

    /// For one thread of several; no row is added any more.
    private BuildTable(BuildTable original) {
        keys = original.keys.reader();
        builders = new VectorBuilder[0];
        last = original.last;
        before = original.before;
        rowCount = original.rowCount;
        hasRowsWithoutKey = original.hasRowsWithoutKey;
        columns = original.columns;
    }

    /// The same rows for another thread, which finds rows and does not mark them.
    BuildTable reader() {
        return new BuildTable(this);
    }

    KeyTable keys() {
        return keys;
    }

    int rowCount() {
        return rowCount;
    }

    /// Whether each row has a key, and no other row the same: row r is that of key r.
    boolean isUnique() {
        return rowCount == keys.size() && !hasRowsWithoutKey;
    }

    long bytes() {
        return keys.bytes() + columnBytes + (long) (last.length + before.length) * Integer.BYTES;
    }

    /// @param complete the rows whose keys can equal something
    /// @param all whether the others are kept too, without a key
    void add(Batch batch, Vector[] keyValues, Selection complete, boolean all) {
        if (numbers.length < batch.length()) {
            numbers = new int[batch.length()];
        }
        int known = keys.size();
        keys.add(keyValues, complete, numbers);
        if (keys.size() > last.length) {
            last = Arrays.copyOf(last, Math.max(keys.size(), last.length * 2));
        }
        Arrays.fill(last, known, keys.size(), END);
        Selection rows = all ? batch.selection() : complete;
        hasRowsWithoutKey |= rows.count() > complete.count();
        if (rowCount + rows.count() > before.length) {
            before = Arrays.copyOf(before, Math.max(rowCount + rows.count(), before.length * 2));
        }
        int next = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            if (next < complete.count() && complete.row(next) == row) {
                next++;
                before[rowCount] = last[numbers[row]];
                last[numbers[row]] = rowCount;
            }
            rowCount++;
        }
        for (int column = 0; column < builders.length; column++) {
            builders[column].appendAll(batch.column(column), rows);
            columnBytes += bytes(batch.column(column), rows.count());
        }
    }

    private static long bytes(Vector column, int rows) {
        long each = switch (column.form().layout()) {
            case INTS -> Integer.BYTES;
            case LONGS, DOUBLES, DECIMALS -> Long.BYTES;
            case BYTES ->
                column instanceof BytesVector texts && texts.length() > 0
                        ? (texts.starts()[texts.length()] - texts.starts()[0]) / texts.length() + Integer.BYTES
                        : Integer.BYTES * 4;
            case OBJECTS -> OBJECT_BYTES;
        };
        return each * rows;
    }

    /// To be called once all rows are added.
    void finish() {
        columns = new ArrayList<>(builders.length);
        for (VectorBuilder builder : builders) {
            columns.add(builder.build());
        }
    }

    List<Vector> columns() {
        return columns;
    }

    Object[] row(int row) {
        Object[] values = new Object[columns.size()];
        for (int column = 0; column < values.length; column++) {
            values[column] = columns.get(column).get(row);
        }
        return values;
    }

    /// The first row of a key in its chain.
    int firstOf(int key) {
        return last[key];
    }

    /// `END` after the last one.
    int after(int row) {
        return before[row];
    }

    void setMatched(int row) {
        matched.set(row);
    }

    boolean isMatched(int row) {
        return matched.get(row);
    }

    /// The next row from there on that no left row has met; `END` for none.
    int nextUnmatched(int from) {
        int row = matched.nextClearBit(from);
        return row < rowCount ? row : END;
    }
}
