package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The disk fills up under a running store, and is given room again.
@Timeout(120)
class FullDiskTest {
    private static final int TABLE = 16384;
    private static final RowStoreOptions OPTIONS = RowStoreOptions.defaults()
            .withMemoryBytes(24 << 20)
            .withWriteSetBytes(1 << 20)
            .withSharedWriteBytes(0);

    @TempDir
    private Path directory;

    private final Random random = new Random(5);

    private Transaction begin(RowStore store) {
        return store.begin(TransactionOptions.readCommitted(new LockSession(1)));
    }

    private void write(RowStore store, long firstRowid, int rows) {
        byte[] body = new byte[4_000];
        try (Transaction transaction = begin(store)) {
            for (long rowid = firstRowid; rowid < firstRowid + rows; rowid++) {
                random.nextBytes(body);
                transaction.putRow(TABLE, rowid, body, 0, body.length);
            }
            transaction.commit(Durability.SYNC);
        }
    }

    private static byte[] read(RowStore store, long rowid) {
        try (Snapshot snapshot = store.currentSnapshot()) {
            return snapshot.get(TABLE, rowid);
        }
    }

    @Test
    void commitsFailUntilThereIsRoomAndReadsGoOn() throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), 64)) {
            Path data = disk.root().resolve("data");
            Path ballast = Files.write(disk.root().resolve("ballast"), new byte[40 << 20]);
            long rowid = 1;
            try (RowStore store = RowStore.open(data, OPTIONS)) {
                PgException full = null;
                while (full == null) {
                    try {
                        write(store, rowid, 2);
                        rowid += 2;
                    } catch (PgException failure) {
                        full = failure;
                    }
                }
                assertEquals(SqlState.DISK_FULL, full.state(), full.getMessage());
                assertTrue(rowid > 100);
                assertNotNull(read(store, rowid - 1));
                assertNull(read(store, rowid));
                assertNull(read(store, rowid + 1));

                Files.delete(ballast);
                boolean written = false;
                while (!written) {
                    try {
                        write(store, rowid, 2);
                        written = true;
                    } catch (PgException still) {
                        assertEquals(SqlState.DISK_FULL, still.state(), still.getMessage());
                        Thread.sleep(100);
                    }
                }
                assertNotNull(read(store, rowid + 1));
            }
            try (RowStore store = RowStore.open(data, OPTIONS)) {
                for (long written = 1; written <= rowid + 1; written++) {
                    assertNotNull(read(store, written), "row " + written);
                }
            }
        }
    }

    @Test
    void aLargeTransactionThatDoesNotFitLeavesNothing() throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), 64)) {
            Path data = disk.root().resolve("data");
            try (RowStore store = RowStore.open(data, OPTIONS)) {
                write(store, 1, 10);
                PgException full = assertThrows(PgException.class, () -> write(store, 100, 20_000));
                assertEquals(SqlState.DISK_FULL, full.state(), full.getMessage());
                try (var files = Files.list(data.resolve("tmp"))) {
                    assertEquals(0, files.count());
                }
                assertNotNull(read(store, 10));
                assertNull(read(store, 100));
                write(store, 11, 1_000);
                assertNotNull(read(store, 1_010));
            }
        }
    }
}
