package io.pglitedb.executor.vector.expression;

import io.pglitedb.types.vector.DictionaryVector;
import io.pglitedb.types.vector.Selection;
import io.pglitedb.types.vector.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/// A predicate over a dictionary's entries, asked once for each entry that occurs.
final class DictionaryMemo {
    private static final byte UNKNOWN = 0;
    private static final byte FALSE = 1;
    private static final byte TRUE = 2;

    /// Entries above which a dictionary, perhaps one of this batch only, is not worth a verdict each.
    private static final int ENTRIES_MAX = 1 << 22;

    private Vector dictionary;
    /// What else the verdicts depend on.
    private List<Object> operands;
    /// One an entry.
    private byte[] verdicts = {};

    static boolean pays(DictionaryVector codes) {
        return codes.dictionary().length() <= ENTRIES_MAX;
    }

    /// The rows whose entry satisfies the predicate.
    ///
    /// @param rows without NULLs
    /// @param predicate the true ones among some entries
    Selection select(
            DictionaryVector codes, Selection rows, List<Object> otherOperands, UnaryOperator<Selection> predicate) {
        if (codes.dictionary() != dictionary || !otherOperands.equals(operands)) {
            dictionary = codes.dictionary();
            operands = otherOperands;
            verdicts = new byte[dictionary.length()];
        }
        ask(codes.codes(), rows, predicate);
        int[] selected = new int[rows.count()];
        int count = 0;
        for (int index = 0; index < selected.length; index++) {
            int row = rows.row(index);
            selected[count] = row;
            count += verdicts[codes.codes()[row]] >> 1;
        }
        return count == rows.count() ? rows : new Selection(selected, count);
    }

    private void ask(int[] codes, Selection rows, UnaryOperator<Selection> predicate) {
        int[] entries = null;
        int count = 0;
        for (int index = 0; index < rows.count(); index++) {
            int code = codes[rows.row(index)];
            if (verdicts[code] == UNKNOWN) {
                entries = entries == null ? new int[rows.count() - index] : entries;
                entries[count++] = code;
                verdicts[code] = FALSE;
            }
        }
        if (entries == null) {
            return;
        }
        Arrays.sort(entries, 0, count);
        Selection asked = new Selection(entries, count);
        try {
            Selection satisfied = predicate.apply(asked);
            for (int index = 0; index < satisfied.count(); index++) {
                verdicts[satisfied.row(index)] = TRUE;
            }
        } catch (RuntimeException failure) {
            forget(asked);
            throw failure;
        }
    }

    /// An error leaves no verdicts.
    private void forget(Selection asked) {
        for (int index = 0; index < asked.count(); index++) {
            verdicts[asked.row(index)] = UNKNOWN;
        }
    }
}
