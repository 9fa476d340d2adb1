package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// Joins one left batch after the other with a table. Rows come in the order of the left rows, those of one left
/// row in the order of its key's chain.
final class Probe {
    /// Rows are copied together where less than one in so many is left.
    private static final int SPARSE = 8;

    private final JoinType type;
    private final JoinInput left;
    /// Over left row and right row; null for none.
    private final VectorExpression residual;

    private BuildTable table;
    private Batch batch;
    /// Key of each row, by row; `KeyTable.ABSENT` for none.
    private int[] keys = {};
    /// The left row to go on with, by its place in the selection.
    private int nextIndex;
    /// Whether some of its candidates were looked at; then the next one is this.
    private boolean begun;
    private int nextRight;
    /// Whether the row at `nextIndex` has met a right row.
    private boolean matched;
    private final Pairs candidates = new Pairs();
    private final Pairs results = new Pairs();

    Probe(JoinType type, JoinInput left, VectorExpression residual) {
        this.type = type;
        this.left = left;
        this.residual = residual;
    }

    void start(BuildTable newTable) {
        table = newTable;
        batch = null;
    }

    /// Says which left rows come next.
    void add(Batch next) {
        batch = next;
        nextIndex = 0;
        begun = false;
        if (keys.length < next.length()) {
            keys = new int[next.length()];
        }
        Vector[] values = left.keyValues(next);
        Selection complete = JoinInput.complete(values, next.selection());
        if (complete.count() < next.rowCount()) {
            Arrays.fill(keys, KeyTable.ABSENT);
        }
        table.keys().find(values, complete, keys);
    }

    /// The next joined rows of the batch, null when there are no more.
    Batch next() {
        while (batch != null && nextIndex < batch.rowCount()) {
            Batch joined = type.leftOnly() && residual == null ? semi() : isSingle() ? single() : pairs();
            if (joined != null) {
                return joined;
            }
        }
        batch = null;
        return null;
    }

    /// Left rows with a partner, or without one, when a partner is whoever has the key.
    private Batch semi() {
        int[] rows = new int[batch.rowCount()];
        int count = 0;
        boolean wanted = type == JoinType.SEMI;
        for (int index = 0; index < rows.length; index++) {
            int row = batch.selection().row(index);
            rows[count] = row;
            count += keys[row] != KeyTable.ABSENT == wanted ? 1 : 0;
        }
        nextIndex = batch.rowCount();
        return count == 0 ? null : batch.select(new Selection(rows, count));
    }

    /// Whether a left row gives one row at most, at a place that its key tells.
    private boolean isSingle() {
        boolean fits = type == JoinType.INNER || type == JoinType.LEFT && residual == null;
        return fits && table.isUnique();
    }

    /// The rest of the batch; null when it gives no row.
    private Batch single() {
        nextIndex = batch.rowCount();
        Selection rows = type == JoinType.LEFT ? batch.selection() : partnered();
        if (rows.isEmpty()) {
            return null;
        }
        Batch joined =
                rows.count() < batch.length() / SPARSE ? dense(rows) : Pairs.beside(batch, rows, keys, table.columns());
        Selection kept = residual == null ? joined.selection() : residual.select(joined, joined.selection());
        return kept.isEmpty() ? null : joined.select(kept);
    }

    private Selection partnered() {
        int[] rows = new int[batch.rowCount()];
        int count = 0;
        for (int index = 0; index < rows.length; index++) {
            int row = batch.selection().row(index);
            rows[count] = row;
            count += keys[row] != KeyTable.ABSENT ? 1 : 0;
        }
        return count == rows.length ? batch.selection() : new Selection(rows, count);
    }

    /// The rows copied, without gaps between them.
    private Batch dense(Selection rows) {
        results.count = 0;
        for (int index = 0; index < rows.count(); index++) {
            results.add(rows.row(index), keys[rows.row(index)]);
        }
        return results.joinDense(batch.columns(), table.columns());
    }

    /// Null when none of the candidates looked at gives a row.
    private Batch pairs() {
        boolean continued = begun;
        collect();
        Selection kept = kept();
        results.count = 0;
        decide(continued, kept);
        if (results.count == 0) {
            return null;
        }
        return type.leftOnly()
                ? batch.select(new Selection(Arrays.copyOf(results.left, results.count), results.count))
                : results.join(batch, table.columns());
    }

    /// Candidates of the next rows; a row without one stands for itself.
    private void collect() {
        candidates.count = 0;
        while (nextIndex < batch.rowCount() && !candidates.isFull()) {
            int row = batch.selection().row(nextIndex);
            if (!begun) {
                begun = true;
                nextRight = keys[row] == KeyTable.ABSENT ? BuildTable.END : table.firstOf(keys[row]);
                if (nextRight == BuildTable.END) {
                    candidates.add(row, Gather.NO_ROW);
                }
            }
            while (nextRight != BuildTable.END && !candidates.isFull()) {
                candidates.add(row, nextRight);
                nextRight = table.after(nextRight);
            }
            if (nextRight == BuildTable.END) {
                nextIndex++;
                begun = false;
            }
        }
    }

    /// Places of the candidates that are pairs; null for all that have a right row.
    private Selection kept() {
        if (residual == null) {
            return null;
        }
        Pairs tested = new Pairs();
        int[] places = new int[candidates.count];
        for (int pair = 0; pair < candidates.count; pair++) {
            if (candidates.right[pair] != Gather.NO_ROW) {
                places[tested.count] = pair;
                tested.add(candidates.left[pair], candidates.right[pair]);
            }
        }
        if (tested.count == 0) {
            return Selection.first(0);
        }
        Batch joined = tested.joinDense(batch.columns(), table.columns());
        Selection satisfied = residual.select(joined, joined.selection());
        int[] kept = new int[satisfied.count()];
        for (int index = 0; index < kept.length; index++) {
            kept[index] = places[satisfied.row(index)];
        }
        return new Selection(kept, kept.length);
    }

    /// Which rows the candidates give.
    ///
    /// @param continued whether earlier candidates of the first row were looked at before
    private void decide(boolean continued, Selection kept) {
        if (!continued) {
            matched = false;
        }
        int next = 0;
        for (int pair = 0; pair < candidates.count; pair++) {
            int row = candidates.left[pair];
            if (pair > 0 && candidates.left[pair - 1] != row) {
                matched = false;
            }
            boolean isPair;
            if (kept == null) {
                isPair = candidates.right[pair] != Gather.NO_ROW;
            } else {
                isPair = next < kept.count() && kept.row(next) == pair;
                next += isPair ? 1 : 0;
            }
            boolean last = pair + 1 < candidates.count ? candidates.left[pair + 1] != row : !begun;
            take(row, candidates.right[pair], isPair, last);
        }
    }

    private void take(int row, int right, boolean isPair, boolean last) {
        if (isPair) {
            boolean first = !matched;
            matched = true;
            switch (type) {
                case SEMI -> {
                    if (first) {
                        results.add(row, right);
                    }
                }
                case ANTI -> {}
                case INNER, LEFT -> results.add(row, right);
                case RIGHT, FULL -> {
                    table.setMatched(right);
                    results.add(row, right);
                }
            }
        }
        if (last && !matched && (type == JoinType.ANTI || type.nullsRight())) {
            results.add(row, Gather.NO_ROW);
        }
    }
}
