package io.pglitedb.executor.vector.set;

import io.pglitedb.executor.vector.block.Blocks;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.planner.query.SetOperationTree.Kind;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distinct rows of the left side in memory, and how often both sides have each.
final class SetCounts {
    private final Kind kind;
    private final boolean all;
    private final List<VectorForm> forms;
    private final KeyTable rows;
    private long[] left = new long[64];
    private long[] right = new long[64];
    private int[] numbers = {};

    private int given;
    /// The rows that are being given, how often each, and the next one.
    private Blocks giving;
    private long[] copies = {};
    private int next;

    SetCounts(PlanNode.SetOperation operation, KeyTable rows, List<VectorForm> forms) {
        this.kind = operation.kind();
        this.all = operation.all();
        this.rows = rows;
        this.forms = forms;
    }

    long bytes() {
        return rows.bytes() + (long) (left.length + right.length) * Long.BYTES;
    }

    /// Of a row of the batch that was counted last.
    int hash(int row) {
        return rows.hash(row);
    }

    /// @param columns the row's, in order
    void addLeft(Vector[] columns, Selection selection) {
        ensure(columns, selection);
        rows.add(columns, selection, numbers);
        if (rows.size() > left.length) {
            left = Arrays.copyOf(left, Math.max(rows.size(), left.length * 2));
            right = Arrays.copyOf(right, left.length);
        }
        count(left, selection);
    }

    /// Counts rows that are there.
    ///
    /// @return the others
    Selection countKnown(Vector[] columns, Selection selection, boolean ofLeft) {
        ensure(columns, selection);
        rows.find(columns, selection, numbers);
        int[] known = new int[selection.count()];
        int count = 0;
        for (int index = 0; index < known.length; index++) {
            int row = selection.row(index);
            known[count] = row;
            count += numbers[row] == KeyTable.ABSENT ? 0 : 1;
        }
        Selection present = new Selection(known, count);
        count(ofLeft ? left : right, present);
        return selection.minus(present);
    }

    private void ensure(Vector[] columns, Selection selection) {
        int length = selection.isEmpty() ? 0 : selection.row(selection.count() - 1) + 1;
        if (numbers.length < length) {
            numbers = new int[Math.max(length, Vector.LENGTH_MAX)];
        }
    }

    private void count(long[] counts, Selection selection) {
        for (int index = 0; index < selection.count(); index++) {
            counts[numbers[selection.row(index)]]++;
        }
    }

    /// The next rows of the result; null after the last.
    Batch next() {
        int[] handles = new int[Vector.LENGTH_MAX];
        while (true) {
            int count = 0;
            while (next < copies.length && count < handles.length) {
                if (copies[next] == 0) {
                    next++;
                } else {
                    copies[next]--;
                    handles[count++] = next;
                }
            }
            if (count > 0) {
                return giving.gather(handles, 0, count);
            }
            if (given == rows.size()) {
                return null;
            }
            giveMore();
        }
    }

    private void giveMore() {
        int from = given;
        given = Math.min(rows.size(), from + Vector.LENGTH_MAX);
        List<Vector> columns = new ArrayList<>();
        for (int column = 0; column < forms.size(); column++) {
            columns.add(rows.values(column, from, given));
        }
        giving = new Blocks(List.of(Batch.of(columns, given - from)), forms);
        copies = new long[given - from];
        for (int row = from; row < given; row++) {
            copies[row - from] = copies(left[row], right[row]);
        }
        next = 0;
    }

    private long copies(long ofLeft, long ofRight) {
        return switch (kind) {
            case INTERSECT -> Math.min(Math.min(ofLeft, ofRight), all ? Long.MAX_VALUE : 1);
            case EXCEPT -> all ? Math.max(ofLeft - ofRight, 0) : ofRight == 0 ? 1 : 0;
            case UNION -> throw new IllegalStateException("UNION is an append");
        };
    }
}
