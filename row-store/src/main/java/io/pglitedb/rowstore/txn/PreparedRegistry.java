package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.PreparedTransactions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The prepared transactions of a store. Each has a record on the disk from before its preparing was told until
/// its end is on the disk: the record goes in the same batch as its writes come.
public final class PreparedRegistry implements PreparedTransactions {
    private final TransactionHost host;
    private final Map<String, Entry> byIdentifier = new HashMap<>();

    /// @param transaction null while it is being prepared, or finished: the identifier is taken
    private record Entry(Label label, StoreTransaction transaction) {}

    public PreparedRegistry(TransactionHost host) {
        this.host = host;
    }

    /// Takes up what an earlier process has left.
    public void restore(byte[] stored) {
        PreparedRecord record = PreparedRecord.decode(stored);
        byIdentifier.put(
                record.label().identifier(), new Entry(record.label(), StoreTransaction.restore(host, record)));
    }

    /// The id of a record's transaction.
    public static long transactionId(byte[] stored) {
        return PreparedRecord.decode(stored).transactionId();
    }

    /// First key of the records, and the first key behind them.
    public static byte[] firstKey() {
        return PreparedRecord.firstKey();
    }

    public static byte[] endKey() {
        return PreparedRecord.endKey();
    }

    @Override
    public synchronized List<Prepared> list() {
        return byIdentifier.values().stream()
                .filter(entry -> entry.transaction != null)
                .map(entry -> new Prepared(entry.label, entry.transaction.idIfAssigned()))
                .sorted(Comparator.comparingLong(Prepared::transactionId))
                .toList();
    }

    private synchronized void reserve(Label label, int countMax) {
        if (byIdentifier.containsKey(label.identifier())) {
            throw new PgException(
                    SqlState.DUPLICATE_OBJECT,
                    "transaction identifier \"%s\" is already in use".formatted(label.identifier()));
        }
        if (byIdentifier.size() >= countMax) {
            throw new PgException(SqlState.OUT_OF_MEMORY, "maximum number of prepared transactions reached")
                    .hint("Increase max_prepared_transactions (currently %d).".formatted(countMax));
        }
        byIdentifier.put(label.identifier(), new Entry(label, null));
    }

    private synchronized void enter(Label label, StoreTransaction transaction) {
        byIdentifier.put(label.identifier(), new Entry(label, transaction));
    }

    private synchronized void forget(String identifier) {
        byIdentifier.remove(identifier);
    }

    @Override
    public void prepare(Transaction transaction, Label label, int countMax) {
        StoreTransaction own = (StoreTransaction) transaction;
        reserve(label, countMax);
        boolean prepared = false;
        try {
            own.prepare(label);
            enter(label, own);
            prepared = true;
        } finally {
            if (!prepared) {
                forget(label.identifier());
            }
        }
    }

    private synchronized Entry take(String identifier) {
        Entry entry = byIdentifier.get(identifier);
        if (entry == null) {
            throw new PgException(
                    SqlState.UNDEFINED_OBJECT,
                    "prepared transaction with identifier \"%s\" does not exist".formatted(identifier));
        }
        if (entry.transaction == null) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                    "prepared transaction with identifier \"%s\" is busy".formatted(identifier));
        }
        byIdentifier.put(identifier, new Entry(entry.label, null));
        return entry;
    }

    @Override
    public void commit(String identifier, Durability durability) {
        finish(identifier, transaction -> transaction.commitPrepared(identifier, durability));
    }

    @Override
    public void rollback(String identifier) {
        finish(identifier, transaction -> transaction.rollbackPrepared(identifier));
    }

    private interface End {
        void of(StoreTransaction transaction);
    }

    private void finish(String identifier, End end) {
        Entry entry = take(identifier);
        boolean ended = false;
        try {
            end.of(entry.transaction);
            ended = true;
        } finally {
            if (ended) {
                forget(identifier);
            } else {
                enter(entry.label, entry.transaction);
            }
        }
    }
}
