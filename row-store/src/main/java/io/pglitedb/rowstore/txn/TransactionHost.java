package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.RowChanges;
import io.pglitedb.rowstore.commit.TransactionIds;
import io.pglitedb.rowstore.lock.LockManager;
import io.pglitedb.rowstore.serial.SerialConflicts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What a transaction needs of the store it runs in.
public interface TransactionHost {
    StoreSnapshot currentSnapshot();

    LockManager locks();

    TransactionIds transactionIds();

    RowChanges rowChanges();

    SerialConflicts serialConflicts();

    int ingestKeys();

    WriteMemory writeMemory();

    /// @param versions as [WriteRun] has them, from the first to the last
    /// @param keysMax how many there are at most
    WriteRun writeRun(KeyCursor versions, long keysMax);

    /// Writes a large transaction's final writes into sorted files, to be consumed by the commit.
    List<Path> writeSortedFiles(Consumer<WriteVisitor> writes);

    /// Deletes those that no commit has consumed.
    void deleteFiles(List<Path> sortedFiles);

    void commit(CommitRequest request);

    void transactionEnded();

    /// A prepared one, which has counted as ended, is about to end.
    void transactionResumed();
}
