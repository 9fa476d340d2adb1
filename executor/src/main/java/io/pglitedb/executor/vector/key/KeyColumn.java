package io.pglitedb.executor.vector.key;

import io.pglitedb.executor.row.key.ValueEquality;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import io.pglitedb.types.vector.VectorForm;

/// One column of the distinct keys of a table, by their numbers, and the column of a batch that is compared with
/// them.
abstract sealed class KeyColumn permits IntegerKeys, TextKeys, ObjectKeys {
    /// @param form of the key's values
    static KeyColumn of(ValueEquality equality, VectorForm form) {
        if (equality.isIdentity()) {
            switch (form.layout()) {
                case INTS, LONGS:
                    return new IntegerKeys(form);
                case BYTES:
                    return new TextKeys(form);
                default:
                    break;
            }
        }
        return new ObjectKeys(equality, form);
    }

    /// The same keys, to be compared with another thread's batches; nothing is added to either any more.
    abstract KeyColumn reader();

    /// Says which column of a batch is meant from now on.
    abstract void bind(Vector column, Selection rows);

    /// `hashes[row] = hashes[row] * 31 + hash of the value` for the rows selected.
    abstract void hash(Selection rows, int[] hashes);

    /// Whether the key of that number is the value of a row; NULL is NULL.
    abstract boolean same(int number, int row);

    /// Adds the value of a row as the next key.
    abstract void append(int row);

    /// Values of the keys with those numbers.
    abstract Vector values(int from, int to);

    /// Of memory held.
    abstract long bytes();
}
