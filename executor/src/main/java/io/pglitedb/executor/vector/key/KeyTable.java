package io.pglitedb.executor.vector.key;

import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;
import java.util.Arrays;
import java.util.List;

/// Distinct keys of one or more columns, numbered from 0 in order of their first appearance. Keys of one integer
/// column that lie close together have a place each; the others stand in a table with open addressing, linear
/// probing, at most half full.
public final class KeyTable {
    public static final int ABSENT = -1;

    private final KeyColumn[] columns;
    /// Where keys are while they have a place each; null else.
    private DirectKeys direct;
    /// Number + 1 of the key that stands there, 0 for none.
    private int[] slots = new int[128];
    /// By number.
    private int[] hashes = new int[64];
    private int size;
    /// Of the batch's rows.
    private int[] rowHashes = {};
    private final CodedKeys coded = new CodedKeys();

    /// @param forms of the keys' values
    public KeyTable(List<ValueEquality> equalities, List<VectorForm> forms) {
        columns = new KeyColumn[equalities.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = KeyColumn.of(equalities.get(i), forms.get(i));
        }
        direct = columns.length == 1 && columns[0] instanceof IntegerKeys keys ? new DirectKeys(keys) : null;
    }

    private KeyTable(KeyTable original) {
        columns = new KeyColumn[original.columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = original.columns[i].reader();
        }
        slots = original.slots;
        hashes = original.hashes;
        size = original.size;
        direct = original.direct == null ? null : original.direct.reader((IntegerKeys) columns[0]);
    }

    /// The same keys for another thread to find; nothing is added to either any more.
    public KeyTable reader() {
        return new KeyTable(this);
    }

    public int size() {
        return direct != null ? direct.size() : size;
    }

    public long bytes() {
        long bytes = (long) (slots.length + hashes.length) * Integer.BYTES + (direct != null ? direct.bytes() : 0);
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
        if (direct != null) {
            columns[0].bind(keys[0], rows);
            if (direct.reserve(rows)) {
                direct.add(rows, numbers);
                return;
            }
            leaveDirect();
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
        if (direct != null) {
            columns[0].bind(keys[0], rows);
            direct.find(rows, numbers);
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
        return direct != null ? direct.hash(row) : rowHashes[row];
    }

    /// Tells integers that are certainly no keys; null when it is not known at once.
    public KeyFilter filter() {
        return direct;
    }

    /// From now on keys stand in the table.
    private void leaveDirect() {
        size = direct.size();
        hashes = new int[Math.max(64, Integer.highestOneBit(size) * 2)];
        for (int number = 0; number < size; number++) {
            hashes[number] = direct.hashOfKey(number);
        }
        slots = new int[Math.max(128, Integer.highestOneBit(size) * 4)];
        fillSlots();
        direct = null;
    }

    /// Values of a key column for those numbers.
    public Vector values(int column, int from, int to) {
        return columns[column].values(from, to);
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
