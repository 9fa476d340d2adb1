package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.RowChanges;
import io.pglitedb.rowstore.commit.TransactionIds;
import io.pglitedb.rowstore.lock.LockManager;
import io.pglitedb.rowstore.serial.SerialConflicts;
import java.nio.file.Path;
import java.util.List;

/// What a transaction needs of the store it runs in.
public interface TransactionHost {
    StoreSnapshot currentSnapshot();

    LockManager locks();

    TransactionIds transactionIds();

    RowChanges rowChanges();

    SerialConflicts serialConflicts();

    int ingestKeys();

    /// Writes a large write set into sorted files, to be consumed by the commit.
    List<Path> writeSortedFiles(WriteSet writes);

    void commit(CommitRequest request);

    void transactionEnded();
}
