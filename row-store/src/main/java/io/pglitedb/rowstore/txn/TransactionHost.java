package io.pglitedb.rowstore.txn;

import io.pglitedb.rowstore.commit.CommitRequest;
import io.pglitedb.rowstore.commit.RowChanges;
import io.pglitedb.rowstore.commit.TransactionIds;
import io.pglitedb.rowstore.lock.LockManager;
import io.pglitedb.rowstore.segment.Claims;
import io.pglitedb.rowstore.segment.ColdRows;
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

    ColdRows coldRows();

    int allocateNumber();

    /// False when a segment stands for some of the range already.
    boolean claim(int segmentNumber, Claims.Claim claim);

    /// The transaction that has claimed it has ended: without the segment, unless it committed it.
    void endClaim(int segmentNumber);

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
