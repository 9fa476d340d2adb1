package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.executor.vector.key.KeySource;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;

/// A SEMI or ANTI join by a hash table over the left side: right rows mark the left rows that they meet, and
/// those marked, or the others, come out in their order at the end. When the left side exceeds the budget, the
/// join is made in the usual way, by a table over the right side, from what was read on.
public final class LeftTableJoin implements VectorOperator, KeySource {
    private final Run run;
    private final PlanNode.HashJoin node;
    private final BuildContext context;
    private final VectorCompiler compiler;
    private final JoinInput left;
    private final JoinInput right;
    /// Over left row and right row; null for none.
    private final VectorExpression residual;
    private final Pairs candidates = new Pairs();
    private int[] keys = {};

    /// Null before the left side was read.
    private BuildTable table;
    private boolean complete;
    /// The next left row to look at.
    private int next;
    /// What joins when the left side is too large; null else.
    private HashJoin usual;

    public LeftTableJoin(
            PlanNode.HashJoin join,
            VectorOperator left,
            VectorOperator right,
            BuildContext context,
            VectorCompiler compiler) {
        this.run = context.run();
        this.node = join;
        this.context = context;
        this.compiler = compiler;
        this.left = JoinInput.left(join, left, compiler, context);
        this.right = JoinInput.right(join, right, compiler, context);
        this.residual = compiler.compileOptional(join.residual());
    }

    @Override
    public void open() {
        next = 0;
    }

    /// Of the left side.
    @Override
    public KeyTable knownKeys() {
        return complete ? table.keys() : null;
    }

    @Override
    public Batch next() {
        if (table == null) {
            readLeft();
            if (usual == null) {
                readRight();
            }
        }
        return usual == null ? nextRows() : usual.next();
    }

    private void readLeft() {
        table = left.table();
        left.operator().open();
        for (Batch batch = left.operator().next();
                batch != null;
                batch = left.operator().next()) {
            run.checkCancellation();
            Vector[] values = left.keyValues(batch);
            table.add(batch, values, JoinInput.complete(values, batch.selection()), node.type() == JoinType.ANTI);
            if (table.bytes() > run.execution().workMemBytes()) {
                table.finish();
                usual = new HashJoin(node, new Again(), right.operator(), context, compiler);
                usual.open();
                return;
            }
        }
        left.operator().close();
        table.finish();
        complete = true;
    }

    private void readRight() {
        if (table.rowCount() == 0) {
            return;
        }
        right.operator().open();
        for (Batch batch = right.operator().next();
                batch != null;
                batch = right.operator().next()) {
            run.checkCancellation();
            mark(batch);
        }
        right.operator().close();
    }

    private void mark(Batch batch) {
        if (keys.length < batch.length()) {
            keys = new int[batch.length()];
        }
        Vector[] values = right.keyValues(batch);
        Selection rows = JoinInput.complete(values, batch.selection());
        table.keys().find(values, rows, keys);
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int met = keys[row] == KeyTable.ABSENT ? BuildTable.END : table.firstOf(keys[row]);
            for (; met != BuildTable.END; met = table.after(met)) {
                if (residual == null) {
                    table.setMatched(met);
                } else if (!table.isMatched(met)) {
                    candidates.add(met, row);
                    if (candidates.isFull()) {
                        test(batch);
                    }
                }
            }
        }
        test(batch);
    }

    private void test(Batch batch) {
        if (candidates.count == 0) {
            return;
        }
        Batch joined = candidates.joinDense(table.columns(), batch.columns());
        candidates.count = 0;
        Selection satisfied = residual.select(joined, joined.selection());
        for (int index = 0; index < satisfied.count(); index++) {
            table.setMatched(candidates.left[satisfied.row(index)]);
        }
    }

    private Batch nextRows() {
        int[] rows = new int[Vector.LENGTH_MAX];
        int count = 0;
        boolean wanted = node.type() == JoinType.SEMI;
        while (next < table.rowCount() && count < rows.length) {
            rows[count] = next;
            count += table.isMatched(next++) == wanted ? 1 : 0;
        }
        return count == 0 ? null : rows(rows, count);
    }

    private Batch rows(int[] rows, int count) {
        Gather gather = Gather.of(rows, Selection.first(count), count);
        return Batch.of(table.columns().stream().map(gather::gather).toList(), count);
    }

    @Override
    public void close() {
        left.operator().close();
        right.operator().close();
        if (usual != null) {
            usual.close();
            usual = null;
        }
        table = null;
        complete = false;
    }

    /// The left rows: those in the table, then the rest.
    private final class Again implements VectorOperator {
        private int given;

        @Override
        public void open() {
            given = 0;
        }

        @Override
        public Batch next() {
            if (given == table.rowCount()) {
                return left.operator().next();
            }
            int[] rows = new int[Math.min(Vector.LENGTH_MAX, table.rowCount() - given)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = given++;
            }
            return rows(rows, rows.length);
        }

        @Override
        public void close() {
            left.operator().close();
        }
    }
}
