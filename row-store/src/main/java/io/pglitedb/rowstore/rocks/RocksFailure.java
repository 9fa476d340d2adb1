package io.pglitedb.rowstore.rocks;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/// RocksDB's errors in PostgreSQL's terms: damaged data is XX001, everything else 58030.
final class RocksFailure {
    private RocksFailure() {}

    static PgException of(RocksDBException error) {
        boolean damaged = error.getStatus() != null && error.getStatus().getCode() == Status.Code.Corruption;
        return new PgException(
                damaged ? SqlState.DATA_CORRUPTED : SqlState.IO_ERROR, "row storage: " + error.getMessage(), error);
    }
}
