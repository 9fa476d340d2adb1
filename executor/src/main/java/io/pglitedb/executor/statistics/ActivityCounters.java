package io.pglitedb.executor.statistics;

import io.pglitedb.rowstore.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What happened to the tables and indexes of all databases since the server started. Thread-safe.
public final class ActivityCounters {
    /// @param relation OID
    record Key(int database, int relation) {}

    private final Map<Key, TableCounters> tables = new ConcurrentHashMap<>();
    private final Map<Transaction, Map<Key, ChangeTally>> running = new ConcurrentHashMap<>();

    /// Told of tables that commits have written, within these commits.
    public interface CommitListener {
        void written(int database, int relation);
    }

    private volatile CommitListener afterCommit = (_, _) -> {};

    public void whenCommitted(CommitListener listener) {
        afterCommit = listener;
    }

    /// @param relation OID
    public TableCounters of(int database, int relation) {
        return tables.computeIfAbsent(new Key(database, relation), _ -> new TableCounters());
    }

    /// A table and the committed changes of it since it was last analyzed.
    ///
    /// @param relation OID
    public record Changed(int database, int relation, long changes) {}

    /// The tables that have changed since they were last analyzed.
    public List<Changed> changed() {
        List<Changed> changed = new ArrayList<>();
        tables.forEach((key, counters) -> {
            long changes = counters.changesSinceAnalyze();
            if (changes > 0) {
                changed.add(new Changed(key.database, key.relation, changes));
            }
        });
        return changed;
    }

    /// A table or an index that was used.
    ///
    /// @param relation OID
    public record Known(int database, int relation, TableActivity activity) {}

    /// All that were used since the start.
    public List<Known> known() {
        List<Known> known = new ArrayList<>();
        tables.forEach((key, counters) -> known.add(new Known(key.database, key.relation, counters.read())));
        return known;
    }

    /// The table is gone.
    public void forget(Changed gone) {
        tables.remove(new Key(gone.database, gone.relation));
    }

    /// The counters of a table or an index now.
    public TableActivity read(int database, int relation) {
        TableCounters counters = tables.get(new Key(database, relation));
        return counters == null ? TableActivity.NONE : counters.read();
    }

    /// Where the transaction counts its changes of a table. They come to the table's counters when it ends, or
    /// when the savepoint inside which it was asked for is rolled back.
    public ChangeTally changes(Transaction transaction, int database, int relation) {
        Map<Key, ChangeTally> own = running.computeIfAbsent(transaction, _ -> new HashMap<>());
        Key key = new Key(database, relation);
        ChangeTally known = own.get(key);
        if (known != null && !known.isClosed()) {
            return known;
        }
        ChangeTally tally = new ChangeTally();
        own.put(key, tally);
        transaction.afterCommit(() -> end(transaction, key, tally, true));
        transaction.afterRollback(() -> end(transaction, key, tally, false));
        return tally;
    }

    private void end(Transaction transaction, Key key, ChangeTally tally, boolean committed) {
        tally.close();
        tables.computeIfAbsent(key, _ -> new TableCounters()).apply(tally, committed);
        Map<Key, ChangeTally> own = running.get(transaction);
        if (own != null && own.remove(key, tally) && own.isEmpty()) {
            running.remove(transaction);
        }
        if (committed) {
            afterCommit.written(key.database, key.relation);
        }
    }

    /// Rows that the transaction itself has added to a table so far.
    long ownGrowth(Transaction transaction, int database, int relation) {
        Map<Key, ChangeTally> own = running.get(transaction);
        ChangeTally tally = own == null ? null : own.get(new Key(database, relation));
        return tally == null ? 0 : tally.growth();
    }
}
