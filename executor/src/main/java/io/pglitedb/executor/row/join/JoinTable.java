package io.pglitedb.executor.row.join;

import io.pglitedb.executor.row.key.Grouping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The right rows of a hash join in memory.
final class JoinTable {
    /// A right row; the rows of one key are chained.
    static final class Entry {
        final Object[] row;
        final Entry next;
        /// Whether a left row has met it.
        boolean matched;

        private Entry(Object[] row, Entry next) {
            this.row = row;
            this.next = next;
        }
    }

    private final Map<Grouping.Key, Entry> byKey = new HashMap<>();
    /// Rows with a NULL among their keys, which equal nothing, and the values.
    private final List<Entry> incomplete = new ArrayList<>();
    private final List<Object[]> incompleteKeys = new ArrayList<>();

    boolean isEmpty() {
        return byKey.isEmpty() && incomplete.isEmpty();
    }

    void add(Grouping.Key key, Object[] row) {
        byKey.merge(key, new Entry(row, null), (first, added) -> new Entry(row, first));
    }

    void addIncomplete(Object[] keyValues, Object[] row) {
        incomplete.add(new Entry(row, null));
        incompleteKeys.add(keyValues);
    }

    /// Null when there is none.
    Entry find(Grouping.Key key) {
        return byKey.get(key);
    }

    List<Object[]> incompleteKeys() {
        return incompleteKeys;
    }

    Iterable<Grouping.Key> keys() {
        return byKey.keySet();
    }

    /// Rows that no left row has met.
    List<Object[]> unmatched() {
        List<Object[]> rows = new ArrayList<>();
        for (Entry first : byKey.values()) {
            for (Entry entry = first; entry != null; entry = entry.next) {
                if (!entry.matched) {
                    rows.add(entry.row);
                }
            }
        }
        incomplete.forEach(entry -> rows.add(entry.row));
        return rows;
    }

    void clearMatches() {
        for (Entry first : byKey.values()) {
            for (Entry entry = first; entry != null; entry = entry.next) {
                entry.matched = false;
            }
        }
    }
}
