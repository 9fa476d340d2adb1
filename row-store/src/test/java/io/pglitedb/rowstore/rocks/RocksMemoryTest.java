package io.pglitedb.rowstore.rocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.Durability;
import io.pglitedb.rowstore.RowStore;
import io.pglitedb.rowstore.RowStoreOptions;
import io.pglitedb.rowstore.Transaction;
import io.pglitedb.rowstore.TransactionOptions;
import io.pglitedb.rowstore.key.StoreKey;
import io.pglitedb.rowstore.lock.LockSession;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

/// What RocksDB keeps in memory beside the one budget.
class RocksMemoryTest {
    private static final int TABLE = 16384;
    private static final int ROWS = 60_000;
    private static final long MEMORY_BYTES = 1 << 20;

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        try (RowStore store = RowStore.open(directory, RowStoreOptions.defaults());
                Transaction transaction = store.begin(TransactionOptions.readCommitted(new LockSession(1)))) {
            byte[] body = new byte[300];
            Random random = new Random(1);
            for (int rowid = 1; rowid <= ROWS; rowid++) {
                random.nextBytes(body);
                transaction.putRow(TABLE, rowid, body, 0, body.length);
            }
            transaction.commit(Durability.SYNC); // Ingested: a table file of 18 MB.
        }
    }

    private long readerBytes(long memoryBytes) throws RocksDBException {
        try (DataDirectory held = DataDirectory.acquire(directory);
                RocksEngine engine =
                        new RocksEngine(held, RowStoreOptions.defaults().withMemoryBytes(memoryBytes))) {
            assertTrue(engine.get(StoreKey.row(TABLE, ROWS / 2)) != null);
            return engine.db().getLongProperty("rocksdb.estimate-table-readers-mem");
        }
    }

    @Test
    void indexAndFilterBlocksOfLargeTablesAreChargedToTheCache() throws RocksDBException {
        assertTrue(readerBytes(1L << 30) > 60_000, "beside the cache");
        assertEquals(0, readerBytes(MEMORY_BYTES) / 60_000, "in the cache");
    }
}
