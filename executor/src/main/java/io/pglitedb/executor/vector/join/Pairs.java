package io.pglitedb.executor.vector.join;

import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Up to a batch of pairs of a left row and a right row, left rows ascending.
final class Pairs {
    final int[] left = new int[Vector.LENGTH_MAX];
    /// `Gather.NO_ROW` where there is none.
    final int[] right = new int[Vector.LENGTH_MAX];
    int count;

    boolean isFull() {
        return count == left.length;
    }

    void add(int leftRow, int rightRow) {
        left[count] = leftRow;
        right[count++] = rightRow;
    }

    /// Left columns, then right ones, a row a pair.
    Batch join(Batch leftBatch, List<Vector> rightColumns) {
        if (leftRowsDiffer()) {
            int[] rows = Arrays.copyOf(left, count);
            int[] sources = new int[leftBatch.length()];
            for (int pair = 0; pair < count; pair++) {
                sources[rows[pair]] = right[pair];
            }
            Selection places = new Selection(rows, count);
            return beside(leftBatch, places, sources, rightColumns);
        }
        return joinDense(leftBatch.columns(), rightColumns);
    }

    /// Left columns as they are with right ones put beside them.
    ///
    /// @param places left rows that count
    /// @param sources right row of each of them, by left row; `Gather.NO_ROW` for none
    static Batch beside(Batch leftBatch, Selection places, int[] sources, List<Vector> rightColumns) {
        Gather gather = Gather.of(sources, places, leftBatch.length());
        List<Vector> columns = new ArrayList<>(leftBatch.columns());
        rightColumns.forEach(column -> columns.add(gather.gather(column)));
        return new Batch(columns, leftBatch.length(), places);
    }

    /// The columns of both sides with pair p in row p.
    Batch joinDense(List<Vector> leftColumns, List<Vector> rightColumns) {
        Selection places = Selection.first(count);
        Gather ofLeft = Gather.of(left, places, count);
        Gather ofRight = Gather.of(right, places, count);
        List<Vector> columns = new ArrayList<>();
        leftColumns.forEach(column -> columns.add(ofLeft.gather(column)));
        rightColumns.forEach(column -> columns.add(ofRight.gather(column)));
        return Batch.of(columns, count);
    }

    private boolean leftRowsDiffer() {
        for (int pair = 1; pair < count; pair++) {
            if (left[pair] == left[pair - 1]) {
                return false;
            }
        }
        return true;
    }
}
