package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.rowstore.row.RowHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Transactions whose writes do not fit into the memory given to them.
@Timeout(120)
class LargeTransactionTest {
    private static final int TABLE = 16384;
    private static final int INDEX = 16385;
    private static final long WRITE_SET_BYTES = 16 << 10;

    @TempDir
    private Path directory;

    private RowStore store;

    @BeforeEach
    void open() {
        store = RowStore.open(
                directory,
                RowStoreOptions.defaults()
                        .withMemoryBytes(32 << 20)
                        .withWriteSetBytes(WRITE_SET_BYTES)
                        .withSharedWriteBytes(0)
                        .withIngestKeys(1_000));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        assertEquals(0, temporaryFiles());
    }

    private long temporaryFiles() throws IOException {
        try (var files = Files.list(directory.resolve("tmp"))) {
            return files.count();
        }
    }

    private Transaction begin() {
        return store.begin(TransactionOptions.readCommitted(new LockSession(1)));
    }

    private static void put(Transaction transaction, long rowid, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        transaction.putRow(TABLE, rowid, bytes, 0, bytes.length);
    }

    private static String body(byte[] row) {
        return row == null
                ? null
                : new String(row, RowHeader.LENGTH, row.length - RowHeader.LENGTH, StandardCharsets.US_ASCII);
    }

    private static TreeMap<Long, String> rows(
            Transaction transaction, ReadView view, long from, long to, Direction way) {
        TreeMap<Long, String> rows = new TreeMap<>();
        long before = way == Direction.FORWARD ? -1 : Long.MAX_VALUE;
        try (RowCursor cursor = transaction.scanRows(view, TABLE, from, to, way)) {
            while (cursor.next()) {
                assertTrue(way == Direction.FORWARD ? cursor.rowid() > before : cursor.rowid() < before);
                before = cursor.rowid();
                rows.put(
                        cursor.rowid(),
                        new String(
                                cursor.value(),
                                cursor.valueOffset() + RowHeader.LENGTH,
                                cursor.valueLength() - RowHeader.LENGTH,
                                StandardCharsets.US_ASCII));
            }
        }
        return rows;
    }

    private record Level(Savepoint savepoint, TreeMap<Long, String> rows) {}

    @RepeatedTest(3)
    void readsSavepointsAndTheCommitAreThoseOfASmallOne() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String label = "seed " + seed;
        TreeMap<Long, String> model = new TreeMap<>();
        try (Transaction first = begin()) {
            for (long rowid = 0; rowid < 500; rowid += 1 + random.nextInt(4)) {
                put(first, rowid, "stored " + rowid);
                model.put(rowid, "stored " + rowid);
            }
            first.commit(Durability.SYNC);
        }
        try (Transaction transaction = begin()) {
            transaction.startStatement();
            Deque<Level> levels = new ArrayDeque<>();
            for (int step = 0; step < 150; step++) {
                TreeMap<Long, String> before = new TreeMap<>(model);
                ReadView view = transaction.view();
                for (int write = random.nextInt(60); write > 0; write--) {
                    long rowid = random.nextInt(600);
                    if (random.nextInt(4) == 0) {
                        transaction.deleteRow(TABLE, rowid);
                        model.remove(rowid);
                    } else {
                        String body = "step " + step + " " + "x".repeat(random.nextInt(40));
                        put(transaction, rowid, body);
                        model.put(rowid, body);
                    }
                }
                Direction way = random.nextBoolean() ? Direction.FORWARD : Direction.BACKWARD;
                long from = random.nextInt(600);
                long to = from + random.nextInt(600);
                assertEquals(before.subMap(from, to), rows(transaction, view, from, to, way), label);
                transaction.nextCommand();
                assertEquals(model.subMap(from, to), rows(transaction, transaction.view(), from, to, way), label);
                long rowid = random.nextInt(600);
                assertEquals(model.get(rowid), body(transaction.get(transaction.view(), TABLE, rowid)), label);
                assertEquals(before.get(rowid), body(transaction.get(view, TABLE, rowid)), label);
                if (random.nextInt(5) == 0) {
                    levels.push(new Level(transaction.savepoint(), new TreeMap<>(model)));
                } else if (!levels.isEmpty() && random.nextInt(8) == 0) {
                    for (int deep = random.nextInt(levels.size()); deep > 0; deep--) {
                        levels.pop();
                    }
                    transaction.rollbackTo(levels.peek().savepoint());
                    model = new TreeMap<>(levels.peek().rows());
                }
            }
            assertTrue(temporaryFiles() > 0, label);
            transaction.commit(Durability.SYNC);
        }
        try (Transaction after = begin()) {
            ReadView view = after.startStatement();
            assertEquals(model, rows(after, view, 0, Long.MAX_VALUE, Direction.FORWARD), label);
        }
    }

    @Test
    void nothingOfARollbackStays() throws IOException {
        try (Transaction transaction = begin()) {
            for (int rowid = 0; rowid < 2_000; rowid++) {
                put(transaction, rowid, "row");
            }
            assertTrue(temporaryFiles() > 0);
        }
        assertEquals(0, temporaryFiles());
        try (Transaction after = begin()) {
            assertNull(after.get(after.startStatement(), TABLE, 1));
        }
    }

    @Test
    void aCursorOutlivesItsTransaction() {
        Transaction transaction = begin();
        for (int rowid = 0; rowid < 2_000; rowid++) {
            put(transaction, rowid, "row");
        }
        try (RowCursor cursor =
                transaction.scanRows(transaction.latestView(), TABLE, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            assertTrue(cursor.next());
            transaction.close();
        }
    }

    @Test
    void indexEntriesInAnyOrderAreIngestedWithTheRows() {
        Random random = new Random(3);
        try (Transaction transaction = begin()) {
            for (int rowid = 0; rowid < 20_000; rowid++) {
                put(transaction, rowid, "row " + rowid);
                transaction.putIndex(INDEX, key(random.nextInt()), key(rowid));
            }
            transaction.commit(Durability.SYNC);
        }
        try (Snapshot snapshot = store.currentSnapshot();
                IndexCursor entries = snapshot.scanIndex(INDEX, null, null, Direction.FORWARD)) {
            int count = 0;
            while (entries.next()) {
                count++;
            }
            assertTrue(count > 19_900, "entries " + count); // A few random keys come twice.
            assertEquals("row 19999", body(snapshot.get(TABLE, 19_999)));
        }
    }

    private static byte[] key(int number) {
        return new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number};
    }
}
