package io.pglitedb.executor.vector.join;

import io.pglitedb.executor.row.BuildContext;
import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.join.JoinPartitions;
import io.pglitedb.executor.row.spill.SpillFile;
import io.pglitedb.executor.vector.VectorOperator;
import io.pglitedb.executor.vector.expression.VectorCompiler;
import io.pglitedb.executor.vector.key.KeySource;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.spill.Partitions;
import io.pglitedb.planner.plan.JoinType;
import io.pglitedb.planner.plan.PlanNode;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.ConstantVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// Joins by a hash table over the right side. When that side exceeds the budget, both sides are split into files
/// by the hash of their keys and joined file by file.
public final class HashJoin implements VectorOperator, KeySource {
    private final Run run;
    private final JoinType type;
    private final JoinInput left;
    private final JoinInput right;
    private final Probe probe;

    /// Null before the right side was read.
    private BuildTable table;
    /// Where both sides go when the right one is too large; null else.
    private JoinPartitions split;
    /// Whether the right side was read.
    private boolean prepared;
    /// Whether the first batch was asked for.
    private boolean started;
    /// Where left batches come from; null when they have ended.
    private Supplier<Batch> source;
    /// The next right row to look at for one that has met nobody.
    private int unmatched;
    private SpillFile readLeft;
    private final Deque<Pair> waiting = new ArrayDeque<>();

    private record Pair(SpillFile left, SpillFile right, int level) {}

    public HashJoin(
            PlanNode.HashJoin join,
            VectorOperator left,
            VectorOperator right,
            BuildContext context,
            VectorCompiler compiler) {
        this.run = context.run();
        this.type = join.type();
        this.left = JoinInput.left(join, left, compiler, context);
        this.right = JoinInput.right(join, right, compiler, context);
        this.probe = new Probe(type, this.left, compiler.compileOptional(join.residual()));
    }

    @Override
    public void open() {
        started = false;
        source = null;
    }

    /// Reads the right side before the first batch is asked for.
    ///
    /// @return whether threads can share the table: false when rows had to be put into files
    public boolean prepare() {
        right.operator().open();
        split = load(right.operator()::next, 0);
        right.operator().close();
        prepared = true;
        return split == null;
    }

    /// Whether no left row can give a row, once the right side was read.
    public boolean isEmpty() {
        boolean needsRight = type == JoinType.INNER || type == JoinType.SEMI;
        return split == null && table.rowCount() == 0 && needsRight;
    }

    /// Of the right side.
    @Override
    public KeyTable knownKeys() {
        return prepared && split == null ? table.keys() : null;
    }

    /// The table for one thread's left rows.
    BuildTable sharedTable() {
        return table.reader();
    }

    @Override
    public Batch next() {
        if (!started && !start()) {
            return null;
        }
        while (true) {
            Batch joined = probe.next();
            if (joined != null) {
                return joined;
            }
            if (source != null) {
                run.checkCancellation();
                Batch batch = source.get();
                if (batch != null) {
                    probe.add(batch);
                } else {
                    source = null;
                    unmatched = 0;
                }
                continue;
            }
            Batch alone = type.nullsLeft() ? nextUnmatched() : null;
            if (alone != null) {
                return alone;
            }
            if (!nextPair()) {
                return null;
            }
        }
    }

    /// False when there can be no row.
    private boolean start() {
        if (!prepared) {
            prepare();
        }
        started = true;
        if (isEmpty()) {
            return false;
        }
        left.operator().open();
        if (split == null) {
            source = left.operator()::next;
        } else {
            splitLeft(left.operator()::next, split);
            left.operator().close();
            unmatched = table.rowCount();
        }
        return true;
    }

    /// Reads right rows into the table or, when they are too many, all of them into files, which it then gives.
    private JoinPartitions load(Supplier<Batch> batches, int level) {
        table = right.table();
        for (Batch batch = batches.get(); batch != null; batch = batches.get()) {
            run.checkCancellation();
            Vector[] values = right.keyValues(batch);
            table.add(batch, values, JoinInput.complete(values, batch.selection()), type.nullsLeft());
            if (table.bytes() > run.execution().workMemBytes() && level <= JoinPartitions.LEVELS_MAX) {
                return split(batches, level);
            }
        }
        table.finish();
        probe.start(table);
        return null;
    }

    private JoinPartitions split(Supplier<Batch> rest, int level) {
        JoinPartitions partitions = new JoinPartitions(
                level, left.serializer(), right.serializer(), run.execution().spillDirectory());
        for (int i = 0; i < JoinPartitions.COUNT; i++) {
            waiting.push(new Pair(partitions.left(i), partitions.right(i), level + 1));
        }
        table.finish();
        List<Vector> columns = table.columns();
        for (int from = 0; from < table.rowCount(); from += Vector.LENGTH_MAX) {
            int[] rows = new int[Math.min(Vector.LENGTH_MAX, table.rowCount() - from)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = from + i;
            }
            Gather gather = Gather.of(rows, Selection.first(rows.length), rows.length);
            splitRight(Batch.of(columns.stream().map(gather::gather).toList(), rows.length), partitions);
        }
        table = right.table();
        table.finish();
        probe.start(table);
        for (Batch batch = rest.get(); batch != null; batch = rest.get()) {
            run.checkCancellation();
            splitRight(batch, partitions);
        }
        return partitions;
    }

    private void splitRight(Batch batch, JoinPartitions into) {
        int[] hashes = hashes(right, batch);
        Selection rows =
                type.nullsLeft() ? batch.selection() : JoinInput.complete(right.keyValues(batch), batch.selection());
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            into.addRight(hashes[row], batch.row(row));
        }
    }

    private void splitLeft(Supplier<Batch> batches, JoinPartitions into) {
        for (Batch batch = batches.get(); batch != null; batch = batches.get()) {
            run.checkCancellation();
            int[] hashes = hashes(left, batch);
            for (int index = 0; index < batch.rowCount(); index++) {
                int row = batch.selection().row(index);
                into.addLeft(hashes[row], batch.row(row));
            }
        }
    }

    private int[] hashes(JoinInput side, Batch batch) {
        KeyTable empty = table.keys();
        int[] numbers = new int[batch.length()];
        empty.find(side.keyValues(batch), batch.selection(), numbers);
        for (int index = 0; index < batch.rowCount(); index++) {
            int row = batch.selection().row(index);
            numbers[row] = empty.hash(row);
        }
        return numbers;
    }

    /// Goes on with the next pair of files; false when there is none.
    private boolean nextPair() {
        closeReadLeft();
        while (!waiting.isEmpty()) {
            Pair pair = waiting.pop();
            JoinPartitions partitions;
            try (SpillFile rightRows = pair.right) {
                partitions = load(Partitions.batches(rightRows, right.forms()), pair.level);
            }
            if (partitions == null) {
                readLeft = pair.left;
                source = Partitions.batches(pair.left, left.forms());
                return true;
            }
            splitLeft(Partitions.batches(pair.left, left.forms()), partitions);
            pair.left.close();
        }
        return false;
    }

    /// Right rows that have met no left row, beside NULLs.
    private Batch nextUnmatched() {
        int[] rows = new int[Vector.LENGTH_MAX];
        int count = 0;
        while (count < rows.length && (unmatched = table.nextUnmatched(unmatched)) != BuildTable.END) {
            rows[count++] = unmatched++;
        }
        if (unmatched == BuildTable.END) {
            unmatched = table.rowCount();
        }
        if (count == 0) {
            return null;
        }
        List<Vector> columns = new ArrayList<>();
        for (VectorForm form : left.forms()) {
            columns.add(new ConstantVector(form, null, count));
        }
        Gather gather = Gather.of(rows, Selection.first(count), count);
        table.columns().forEach(column -> columns.add(gather.gather(column)));
        return Batch.of(columns, count);
    }

    private void closeReadLeft() {
        if (readLeft != null) {
            readLeft.close();
            readLeft = null;
        }
    }

    @Override
    public void close() {
        left.operator().close();
        right.operator().close();
        closeReadLeft();
        for (Pair pair : waiting) {
            pair.left.close();
            pair.right.close();
        }
        waiting.clear();
        table = null;
        split = null;
        prepared = false;
        started = false;
        source = null;
    }
}
