package io.pglitedb.executor.vector.aggregate;

import io.pglitedb.executor.vector.key.KeyTable;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The groups of one round in memory: their keys and states.
final class Groups {
    private final int[] keySlots;
    /// Null without keys: then there is one group.
    private final KeyTable keys;
    private final List<AggregateStates> states = new ArrayList<>();
    private int[] numbers = {};

    Groups(int[] keySlots, KeyTable keys, List<Supplier<AggregateStates>> calls) {
        this.keySlots = keySlots;
        this.keys = keys;
        calls.forEach(call -> states.add(call.get()));
        if (keys == null) {
            states.forEach(state -> state.grow(1));
        }
    }

    boolean hasKeys() {
        return keys != null;
    }

    /// Adds groups that another thread has made, those with numbers from `from` to before `to`.
    void merge(Groups others, int from, int to) {
        for (int start = from; start < to; start += Vector.LENGTH_MAX) {
            int end = Math.min(to, start + Vector.LENGTH_MAX);
            int[] targets = new int[end - start];
            if (keys != null) {
                Vector[] values = new Vector[keySlots.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = others.keys.values(i, start, end);
                }
                keys.add(values, Selection.first(targets.length), targets);
            }
            int first = start;
            for (int i = 0; i < states.size(); i++) {
                states.get(i).grow(size());
                states.get(i).merge(others.states.get(i), first, end, targets);
            }
        }
    }

    int size() {
        return keys == null ? 1 : keys.size();
    }

    long bytes() {
        long bytes = keys == null ? 0 : keys.bytes();
        for (AggregateStates state : states) {
            bytes += state.bytes();
        }
        return bytes;
    }

    private Vector[] keys(Batch batch) {
        Vector[] columns = new Vector[keySlots.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = batch.column(keySlots[i]);
        }
        return columns;
    }

    /// Adds all rows, new groups too.
    void add(Batch batch) {
        Selection rows = batch.selection();
        ensureNumbers(batch);
        if (keys != null) {
            keys.add(keys(batch), rows, numbers);
            states.forEach(state -> state.grow(keys.size()));
        }
        states.forEach(state -> state.add(batch, rows, numbers));
    }

    /// Adds the rows of groups that are there.
    ///
    /// @return the others
    Selection addKnown(Batch batch) {
        ensureNumbers(batch);
        Selection rows = batch.selection();
        keys.find(keys(batch), rows, numbers);
        int[] known = new int[rows.count()];
        int count = 0;
        for (int index = 0; index < known.length; index++) {
            int row = rows.row(index);
            known[count] = row;
            count += numbers[row] == KeyTable.ABSENT ? 0 : 1;
        }
        Selection present = new Selection(known, count);
        states.forEach(state -> state.add(batch, present, numbers));
        return rows.minus(present);
    }

    /// Of the key of a row of the batch last added.
    int hash(int row) {
        return keys.hash(row);
    }

    private void ensureNumbers(Batch batch) {
        if (numbers.length < batch.length()) {
            numbers = new int[batch.length()];
        }
    }

    /// Keys and aggregates of the groups with those numbers.
    Batch results(int from, int to) {
        List<Vector> columns = new ArrayList<>();
        for (int i = 0; i < keySlots.length; i++) {
            columns.add(keys.values(i, from, to));
        }
        for (AggregateStates state : states) {
            columns.add(state.results(from, to));
        }
        return Batch.of(columns, to - from);
    }

    void close() {
        states.forEach(AggregateStates::close);
    }
}
