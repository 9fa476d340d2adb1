package io.pglitedb.executor.transaction;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.types.error.Report;

/// What a session gives its transactions.
public interface TransactionHost {
    Transaction begin(TransactionModes modes);

    /// By the settings `default_transaction_…`.
    TransactionModes defaultModes();

    /// By the setting `synchronous_commit`.
    Durability durability();

    /// A level of settings begins; gives its number.
    int beginLevel();

    void endLevel(int level, boolean commit);

    /// µs since 2000-01-01 UTC when the statement arrived.
    long statementTimestamp();

    void report(Report notice);
}
