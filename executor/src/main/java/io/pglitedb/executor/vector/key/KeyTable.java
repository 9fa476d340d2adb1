package io.pglitedb.executor.vector.key;

import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;
import java.util.List;

/// Distinct keys of one or more columns, numbered from 0 in order of their first appearance. Integers have places
/// of their own where they can; other keys stand in a table with open addressing, linear probing, at most half
/// full.
public final class KeyTable {
    public static final int ABSENT = -1;

    private final KeyColumn[] columns;
    /// Where keys stand instead of in `slots`; null for keys of other kinds.
    private IntegerPlaces integers;
    /// Number + 1 of the key that stands there, 0 for none.
    private int[] slots = new int[128];
    /// By number.
    private int[] hashes = new int[64];
    private int size;
    /// Of the batch's rows.
    private int[] rowHashes = {};
    /// Of `retain`.
    private int[] found = {};
    private final CodedKeys coded = new CodedKeys();

    /// @param forms of the keys' values
    public KeyTable(List<ValueEquality> equalities, List<VectorForm> forms) {
        columns = new KeyColumn[equalities.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = KeyColumn.of(equalities.get(i), forms.get(i));
        }
        integers = columns.length == 1 && columns[0] instanceof IntegerKeys keys
                ? new DirectKeys(keys)
                : PackedKeys.of(columns);
    }

    private KeyTable(KeyTable original) {
        columns = new KeyColumn[original.columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = original.columns[i].reader();
        }
        slots = original.slots;
        hashes = original.hashes;
        size = original.size;
        integers = original.integers == null ? null : original.integers.reader(columns);
    }

    /// The same keys for another thread to find; nothing is added to either any more.
    public KeyTable reader() {
        return new KeyTable(this);
    }

    public int size() {
        return integers != null ? integers.size() : size;
    }

    public long bytes() {
        long bytes = (long) (slots.length + hashes.length) * Integer.BYTES + (integers != null ? integers.bytes() : 0);
        for (KeyColumn column : columns) {
            bytes += column.bytes();
        }
        return bytes;
    }

    /// Finds the numbers of the rows' keys, adding those that are new.
    ///
    /// @param numbers gets the number of each row selected, by row
    public void add(Vector[] keys, Selection rows, int[] numbers) {
        if (coded.bind(keys)) {
            Selection unknown = coded.unknown(rows);
            addAll(keys, unknown, numbers);
            coded.learn(unknown, numbers);
            coded.number(rows, numbers);
        } else {
            addAll(keys, rows, numbers);
        }
    }

    private void addAll(Vector[] keys, Selection rows, int[] numbers) {
        if (integers != null) {
            bindColumns(keys, rows);
            while (integers != null && !integers.reserve(rows)) {
                leavePlaces();
            }
            if (integers != null) {
                integers.add(rows, numbers);
                return;
            }
        }
        bind(keys, rows);
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int hash = rowHashes[row];
            int slot = slot(hash, row);
            if (slots[slot] == 0) {
                slot = append(hash, row, slot);
            }
            numbers[row] = slots[slot] - 1;
        }
    }

    /// The same without adding: `ABSENT` for a key that is not there.
    ///
    /// `hash` tells of these rows afterwards.
    public void find(Vector[] keys, Selection rows, int[] numbers) {
        if (integers != null) {
            bindColumns(keys, rows);
            integers.find(rows, numbers);
            return;
        }
        bind(keys, rows);
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            numbers[row] = slots[slot(rowHashes[row], row)] - 1;
        }
    }

    /// Of the key of a row of the batch that `find` was last asked for.
    public int hash(int row) {
        if (integers == null) {
            return rowHashes[row];
        }
        int hash = 0;
        for (KeyColumn column : columns) {
            hash = hash * 31 + ((IntegerKeys) column).hash(row);
        }
        return hash;
    }

    /// The rows that have a key of the table, which is complete. NULL is in none.
    public Selection retain(Vector[] keys, Selection rows) {
        Selection known = integers == null ? null : integers.select(keys, rows);
        if (known != null) {
            return known;
        }
        Selection present = rows;
        for (Vector key : keys) {
            present = present.without(key.nulls());
        }
        if (found.length < keys[0].length()) {
            found = new int[keys[0].length()];
        }
        find(keys, present, found);
        int[] kept = new int[present.count()];
        int count = 0;
        for (int index = 0; index < kept.length; index++) {
            int row = present.row(index);
            kept[count] = row;
            count += found[row] != ABSENT ? 1 : 0;
        }
        return count == rows.count() ? rows : new Selection(kept, count);
    }

    /// Keys go on in the next kind of places, at last in the table.
    private void leavePlaces() {
        size = integers.size();
        integers = integers instanceof DirectKeys ? PackedKeys.of(columns) : null;
        if (integers != null) {
            return;
        }
        hashes = new int[Math.max(64, Integer.highestOneBit(size) * 2)];
        for (int number = 0; number < size; number++) {
            for (KeyColumn column : columns) {
                hashes[number] = hashes[number] * 31 + ((IntegerKeys) column).hashOfKey(number);
            }
        }
        slots = new int[Math.max(128, Integer.highestOneBit(size) * 4)];
        fillSlots();
    }

    /// Values of a key column for those numbers.
    public Vector values(int column, int from, int to) {
        return columns[column].values(from, to);
    }

    private void bindColumns(Vector[] keys, Selection rows) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].bind(keys[i], rows);
        }
    }

    private void bind(Vector[] keys, Selection rows) {
        int length = rows.count() == 0 ? 0 : rows.row(rows.count() - 1) + 1;
        if (rowHashes.length < length) {
            rowHashes = new int[length];
        } else {
            Arrays.fill(rowHashes, 0, length, 0);
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i].bind(keys[i], rows);
            columns[i].hash(rows, rowHashes);
        }
    }

    /// Where the key of the row stands, or would.
    private int slot(int hash, int row) {
        int mask = slots.length - 1;
        int slot = place(hash) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (hashes[number] == hash && same(number, row)) {
                break;
            }
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int place(int hash) {
        int mixed = hash * 0x9e3779b9;
        return mixed ^ mixed >>> 16;
    }

    private boolean same(int number, int row) {
        for (KeyColumn column : columns) {
            if (!column.same(number, row)) {
                return false;
            }
        }
        return true;
    }

    /// The slot of the key added.
    private int append(int hash, int row, int slot) {
        int at = slot;
        if (size * 2 >= slots.length) {
            rehash();
            at = slot(hash, row);
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        for (KeyColumn column : columns) {
            column.append(row);
        }
        hashes[size++] = hash;
        slots[at] = size;
        return at;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        fillSlots();
    }

    private void fillSlots() {
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = place(hashes[number]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = number + 1;
        }
    }
}
