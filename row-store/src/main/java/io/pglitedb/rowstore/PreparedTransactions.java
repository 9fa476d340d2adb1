package io.pglitedb.rowstore;

import java.util.List;

/// Transactions that have been prepared and neither committed nor rolled back: they hold their locks, survive the
/// end of their session and of the process, and are finished by whoever names them. Thread-safe.
public interface PreparedTransactions {
    /// @param identifier unique in the server
    /// @param owner OID of the role that prepared it
    /// @param database OID
    /// @param preparedAt µs since 2000-01-01 UTC
    record Label(String identifier, int owner, int database, long preparedAt) {}

    record Prepared(Label label, long transactionId) {}

    /// Ascending by transaction id.
    List<Prepared> list();

    /// Writes down what the transaction has done, on the disk, and takes it over with its locks: to its user it
    /// has ended. When that fails it is rolled back. 42710 when the identifier is in use.
    ///
    /// @param countMax how many there may be; 53200 when that is reached
    void prepare(Transaction transaction, Label label, int countMax);

    /// @param durability of the end, which is only told once it is sure
    /// @throws io.pglitedb.types.error.PgException 42704 when there is none
    void commit(String identifier, Durability durability);

    void rollback(String identifier);
}
