package io.pglitedb.executor.vector.sort;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.BytesVector;
import io.pglitedb.types.vector.DecimalVector;
import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.LongVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;
import java.util.List;

/// Where keys change in a stream of rows.
public final class KeyChanges {
    private final int[] slots;
    private final ValueEquality[] equalities;
    /// Key values of the last row; null before the first.
    private Object[] last;

    public KeyChanges(List<GroupKey> keys, List<PlanColumn> columns, BuildContext context) {
        slots = keys.stream().mapToInt(GroupKey::slot).toArray();
        equalities = keys.stream()
                .map(key -> context.operators()
                        .equality(
                                key.equality(),
                                key.collation(),
                                columns.get(key.slot()).type()))
                .toArray(ValueEquality[]::new);
    }

    /// The next row is the first of a stream.
    public void restart() {
        last = null;
    }

    /// The rows selected whose keys are not those of the row before, in the batch before for the first one.
    public Selection starts(Batch batch) {
        Selection rows = batch.selection();
        int[] starts = new int[rows.count()];
        int count = 0;
        if (last == null || differsFromLast(batch, rows.row(0))) {
            starts[count++] = rows.row(0);
        }
        boolean[] changed = new boolean[rows.count()];
        for (int key = 0; key < slots.length; key++) {
            mark(batch.column(slots[key]), rows, equalities[key], changed);
        }
        for (int index = 1; index < changed.length; index++) {
            starts[count] = rows.row(index);
            count += changed[index] ? 1 : 0;
        }
        int end = rows.row(rows.count() - 1);
        last = new Object[slots.length];
        for (int key = 0; key < slots.length; key++) {
            last[key] = batch.column(slots[key]).get(end);
        }
        return new Selection(starts, count);
    }

    private boolean differsFromLast(Batch batch, int row) {
        for (int key = 0; key < slots.length; key++) {
            Object value = batch.column(slots[key]).get(row);
            boolean same =
                    value == null || last[key] == null ? value == last[key] : equalities[key].equal(last[key], value);
            if (!same) {
                return true;
            }
        }
        return false;
    }

    private static void mark(Vector column, Selection rows, ValueEquality equality, boolean[] changed) {
        int before = rows.row(0);
        for (int index = 1; index < changed.length; index++) {
            int row = rows.row(index);
            if (!changed[index]) {
                boolean leftNull = column.isNull(before);
                boolean rightNull = column.isNull(row);
                changed[index] = leftNull || rightNull
                        ? leftNull != rightNull
                        : !isSame(column, before, row)
                                && (equality.isIdentity() || !equality.equal(column.get(before), column.get(row)));
            }
            before = row;
        }
    }

    /// Whether two values that are not NULL are the same, bit by bit; unknown forms are not.
    private static boolean isSame(Vector column, int left, int right) {
        return switch (column) {
            case IntVector ints -> ints.values()[left] == ints.values()[right];
            case LongVector longs -> longs.values()[left] == longs.values()[right];
            case DecimalVector decimals -> decimals.unscaled()[left] == decimals.unscaled()[right];
            case BytesVector texts ->
                Arrays.equals(
                        texts.bytes(),
                        texts.starts()[left],
                        texts.starts()[left + 1],
                        texts.bytes(),
                        texts.starts()[right],
                        texts.starts()[right + 1]);
            case DictionaryVector coded ->
                coded.codes()[left] == coded.codes()[right]
                        || isSame(coded.dictionary(), coded.codes()[left], coded.codes()[right]);
            default -> column.get(left).equals(column.get(right));
        };
    }
}
