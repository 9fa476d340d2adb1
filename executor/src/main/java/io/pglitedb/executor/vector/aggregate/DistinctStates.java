package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.row.Run;
import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.executor.row.spill.RowSerializer;
import io.pglitedb.executor.vector.expression.VectorExpression;
import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.executor.vector.spill.Partitions;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.IntVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.List;
import java.util.function.Supplier;

/// Aggregates the distinct values of an argument, each once a group, by states to which their order does not
/// matter. Pairs of group and value that do not fit into `work_mem` go to files, by their hashes, until the end.
final class DistinctStates implements AggregateStates {
    private static final int GROUP = 0;
    private static final int VALUE = 1;

    private final VectorExpression argument;
    /// Over pairs.
    private final AggregateStates inner;
    private final Layout layout;

    private KeyTable pairs;
    private int[] numbers = {};
    private int[] groupsOfPairs = {};
    private Partitions partitions;
    private boolean full;

    /// How pairs look.
    ///
    /// @param forms of group and value
    record Layout(
            ValueEquality groups, ValueEquality values, List<VectorForm> forms, RowSerializer serializer, Run run) {
        KeyTable table() {
            return new KeyTable(List.of(groups, values), forms);
        }
    }

    DistinctStates(VectorExpression argument, AggregateStates inner, Layout layout) {
        this.argument = argument;
        this.inner = inner;
        this.layout = layout;
        this.pairs = layout.table();
    }

    @Override
    public void grow(int groups) {
        inner.grow(groups);
    }

    @Override
    public void add(Batch batch, Selection rows, int[] groups) {
        Vector column = argument.evaluate(batch, rows);
        // All the aggregates that have states here ignore NULLs.
        Selection present = rows.without(column.nulls());
        if (present.isEmpty()) {
            return;
        }
        IntVector numbersOfGroups = new IntVector(VectorForm.INTEGER, groups, null, batch.length());
        addPairs(new Batch(List.of(numbersOfGroups, column), batch.length(), present), groups);
    }

    private void addPairs(Batch batch, int[] groups) {
        if (numbers.length < batch.length()) {
            numbers = new int[batch.length()];
        }
        Vector[] keys = {batch.column(GROUP), batch.column(VALUE)};
        Selection rows = batch.selection();
        int known = pairs.size();
        if (full) {
            pairs.find(keys, rows, numbers);
        } else {
            pairs.add(keys, rows, numbers);
        }
        int[] others = new int[rows.count()];
        int count = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            // New pairs are numbered as they come.
            if (full ? numbers[row] == KeyTable.ABSENT : numbers[row] == known + count) {
                others[count++] = row;
            }
        }
        Selection selected = new Selection(others, count);
        if (full) {
            for (int index = 0; index < count; index++) {
                partitions.add(pairs.hash(others[index]), batch.row(others[index]));
            }
            return;
        }
        inner.add(batch, selected, groups);
        if (pairs.bytes() > layout.run.execution().workMemBytes()) {
            if (partitions == null) {
                partitions = new Partitions(layout.serializer, layout.forms, layout.run);
            }
            full = partitions.canSplit();
        }
    }

    @Override
    public Vector results(int from, int to) {
        addFiles();
        return inner.results(from, to);
    }

    private void addFiles() {
        if (partitions == null) {
            return;
        }
        for (Supplier<Batch> file = partitions.nextFile(); file != null; file = partitions.nextFile()) {
            pairs = layout.table();
            full = false;
            for (Batch batch = file.get(); batch != null; batch = file.get()) {
                layout.run.checkCancellation();
                if (groupsOfPairs.length < batch.length()) {
                    groupsOfPairs = new int[Vector.LENGTH_MAX];
                }
                for (int row = 0; row < batch.length(); row++) {
                    groupsOfPairs[row] = ((IntVector) batch.column(GROUP)).values()[row];
                }
                addPairs(batch, groupsOfPairs);
            }
        }
        partitions.close();
        partitions = null;
    }

    /// Values beyond `work_mem` are in files: what grows then are the groups.
    @Override
    public long bytes() {
        return inner.bytes() + (full ? 0 : pairs.bytes());
    }

    @Override
    public void close() {
        if (partitions != null) {
            partitions.close();
            partitions = null;
        }
        inner.close();
    }
}
