package io.pglitedb.executor.vector.set;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.spill.Partitions;
import io.pglitedb.planner.plan.GroupKey;
import io.pglitedb.planner.plan.PlanColumn;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.Oids;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// INTERSECT and EXCEPT: counts each distinct row of the left side on both sides. Once the budget is used up,
/// rows that are not in the table go to files, by their hashes, those of the left side first; each file is then
/// counted in the same way.
public final class VectorSetOperation implements VectorOperator {
    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private final PlanNode.SetOperation operation;
    private final VectorOperator left;
    private final VectorOperator right;
    private final Run run;
    private final List<ValueEquality> equalities = new ArrayList<>();
    private final List<VectorForm> forms = new ArrayList<>();
    /// Of rows in files: the columns, then an int4 for the side.
    private final RowSerializer serializer;
    private final List<VectorForm> filedForms;

    /// Null before the first batch was asked for.
    private SetCounts counts;
    private Partitions partitions;
    private boolean full;

    public VectorSetOperation(
            PlanNode.SetOperation operation,
            VectorOperator left,
            VectorOperator right,
            BuildContext context,
            VectorCompiler compiler) {
        this.operation = operation;
        this.left = left;
        this.right = right;
        this.run = context.run();
        for (GroupKey key : operation.keys()) {
            int type = operation.columns().get(key.slot()).type();
            equalities.add(context.operators().equality(key.equality(), key.collation(), type));
            forms.add(compiler.form(type));
        }
        int[] types = IntStream.concat(operation.columns().stream().mapToInt(PlanColumn::type), IntStream.of(Oids.INT4))
                .toArray();
        serializer = new RowSerializer(types, context.catalog(), context.session());
        filedForms = new ArrayList<>(forms);
        filedForms.add(VectorForm.INTEGER);
    }

    @Override
    public void open() {
        close();
    }

    @Override
    public Batch next() {
        if (counts == null) {
            partitions = new Partitions(serializer, filedForms, run);
            start();
            count(left, LEFT);
            count(right, RIGHT);
        }
        while (true) {
            Batch batch = counts.next();
            if (batch != null) {
                return batch;
            }
            Supplier<Batch> file = partitions.nextFile();
            if (file == null) {
                return null;
            }
            start();
            countFile(file);
        }
    }

    private void start() {
        counts = new SetCounts(operation, new KeyTable(equalities, forms), forms);
        full = false;
    }

    private void count(VectorOperator input, int side) {
        input.open();
        for (Batch batch = input.next(); batch != null; batch = input.next()) {
            run.checkCancellation();
            count(batch, batch.selection(), side);
        }
        input.close();
    }

    private void countFile(Supplier<Batch> file) {
        for (Batch batch = file.get(); batch != null; batch = file.get()) {
            run.checkCancellation();
            int[] sides = ((IntVector) batch.column(forms.size())).values();
            int lefts = 0;
            while (lefts < batch.rowCount() && sides[lefts] == LEFT) {
                lefts++;
            }
            count(batch, Selection.first(lefts), LEFT);
            count(batch, batch.selection().slice(lefts, batch.rowCount()), RIGHT);
        }
    }

    private void count(Batch batch, Selection rows, int side) {
        Vector[] columns = new Vector[forms.size()];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = batch.column(operation.keys().get(column).slot());
        }
        if (side == LEFT && !full) {
            counts.addLeft(columns, rows);
            full = partitions.canSplit() && counts.bytes() > run.execution().workMemBytes();
            return;
        }
        Selection others = counts.countKnown(columns, rows, side == LEFT);
        if (full) {
            for (int index = 0; index < others.count(); index++) {
                int row = others.row(index);
                partitions.add(counts.hash(row), filed(columns, row, side));
            }
        }
    }

    private static Object[] filed(Vector[] columns, int row, int side) {
        Object[] values = new Object[columns.length + 1];
        for (int column = 0; column < columns.length; column++) {
            values[column] = columns[column].get(row);
        }
        values[columns.length] = side;
        return values;
    }

    @Override
    public void close() {
        left.close();
        right.close();
        if (partitions != null) {
            partitions.close();
            partitions = null;
        }
        counts = null;
        full = false;
    }
}
