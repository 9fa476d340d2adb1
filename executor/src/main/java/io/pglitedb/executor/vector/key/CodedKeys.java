package io.pglitedb.executor.vector.key;

import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Nulls;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;

/// Numbers of keys by their codes, where all columns of a batch are small dictionaries: a key is looked up once
/// for each combination of entries that occurs, not for each row.
/// ```
///   combination = (code of column 0 · (entries of column 1 + 1) + code of column 1) · …, NULL is the code behind the
/// last
/// ```
final class CodedKeys {
    private static final int COMBINATIONS_MAX = 1 << 16;
    private static final int PENDING = -1;

    /// Whose codes `numbers` is for.
    private Vector[] dictionaries = {};
    /// Number + 1 by combination, 0 for one that has not occurred.
    private int[] numbersOf = {};
    private DictionaryVector[] columns = {};
    /// Of the batch's rows.
    private int[] combinations = {};

    /// False when the batch's keys have other forms, or too many combinations.
    boolean bind(Vector[] keys) {
        if (keys.length == 0) {
            return false;
        }
        long count = 1;
        boolean same = dictionaries.length == keys.length;
        for (int i = 0; i < keys.length; i++) {
            if (!(keys[i] instanceof DictionaryVector column)) {
                return false;
            }
            count *= column.dictionary().length() + 1L;
            if (count > COMBINATIONS_MAX) {
                return false;
            }
            same = same && dictionaries[i] == column.dictionary();
        }
        columns = Arrays.copyOf(keys, keys.length, DictionaryVector[].class);
        if (!same) {
            dictionaries = new Vector[keys.length];
            for (int i = 0; i < keys.length; i++) {
                dictionaries[i] = columns[i].dictionary();
            }
            numbersOf = new int[(int) count];
        }
        return true;
    }

    /// A row of each combination that has not occurred yet.
    Selection unknown(Selection rows) {
        combine(rows);
        int[] found = null;
        int count = 0;
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            if (numbersOf[combinations[row]] == 0) {
                found = found == null ? new int[rows.count()] : found;
                numbersOf[combinations[row]] = PENDING;
                found[count++] = row;
            }
        }
        return found == null ? Selection.first(0) : new Selection(found, count);
    }

    private void combine(Selection rows) {
        int length = columns[0].length();
        if (combinations.length < length) {
            combinations = new int[length];
        }
        for (int i = 0; i < columns.length; i++) {
            DictionaryVector column = columns[i];
            combine(column.codes(), column.nulls(), column.dictionary().length(), i == 0, rows);
        }
    }

    private void combine(int[] codes, long[] nulls, int entries, boolean first, Selection rows) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            int code = Nulls.isNull(nulls, row) ? entries : codes[row];
            combinations[row] = first ? code : combinations[row] * (entries + 1) + code;
        }
    }

    /// Notes the numbers of those rows' keys.
    void learn(Selection rows, int[] numbers) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            numbersOf[combinations[row]] = numbers[row] + 1;
        }
    }

    /// Gives each row its key's number.
    void number(Selection rows, int[] numbers) {
        for (int index = 0; index < rows.count(); index++) {
            int row = rows.row(index);
            numbers[row] = numbersOf[combinations[row]] - 1;
        }
    }
}
