package io.pglitedb.rowstore.rocks;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/// RocksDB's errors in PostgreSQL's terms: damaged data is XX001, a full disk 53100, everything else 58030.
final class RocksFailure {
    private RocksFailure() {}

    static PgException of(RocksDBException error) {
        if (isFull(error)) {
            return new PgException(
                            SqlState.DISK_FULL, "could not write to the row storage: No space left on device", error)
                    .hint("Check free disk space.");
        }
        return new PgException(
                isDamage(error) ? SqlState.DATA_CORRUPTED : SqlState.IO_ERROR,
                "row storage: " + error.getMessage(),
                error);
    }

    private static boolean isFull(RocksDBException error) {
        return error.getStatus() != null && error.getStatus().getSubCode() == Status.SubCode.NoSpace;
    }

    private static boolean isDamage(RocksDBException error) {
        return error.getStatus() != null && error.getStatus().getCode() == Status.Code.Corruption;
    }

    /// Why the files of a data directory could not be opened. Those that are there were written whole, so a
    /// missing or unreadable one is damage.
    static PgException opening(RocksDBException error, DataDirectory directory) {
        PgException failure =
                isDamage(error) || String.valueOf(error.getMessage()).contains("No such file")
                        ? DataDirectory.damaged(directory.path(), "RocksDB: " + error.getMessage())
                        : PgException.fatal(
                                        of(error).state(),
                                        "could not open the row storage in \"%s\"".formatted(directory.rocks()))
                                .detail("RocksDB: " + error.getMessage());
        failure.initCause(error);
        return failure;
    }
}
