package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.pglitedb.rowstore.lock.LockSession;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Directories that cannot be opened, each with its reason, and damage that shows later.
@Timeout(60)
class DataDirectoryTest {
    private static final int TABLE = 16384;
    private static final int ROWS = 3_000;
    private static final RowStoreOptions OPTIONS = RowStoreOptions.defaults().withMemoryBytes(8 << 20);

    @TempDir
    private Path root;

    private Path directory;

    @BeforeEach
    void name() {
        directory = root.resolve("data");
    }

    /// A store with tables and a log, as a killed process leaves it: a copy made while it is open.
    private void make() throws IOException {
        Path open = root.resolve("open");
        try (RowStore store = RowStore.open(open, OPTIONS)) {
            Random random = new Random(7);
            byte[] body = new byte[1_000];
            for (int row = 1; row <= ROWS; row++) {
                random.nextBytes(body);
                try (Transaction transaction = begin(store)) {
                    transaction.putRow(TABLE, row, body, 0, body.length);
                    transaction.commit(row % 100 == 0 ? Durability.SYNC : Durability.ASYNC);
                }
            }
            store.flush();
            copy(open, directory);
        }
    }

    private static Transaction begin(RowStore store) {
        return store.begin(TransactionOptions.readCommitted(new LockSession(1)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private List<Path> files(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory.resolve("rocksdb"), glob)) {
            files.forEach(found::add);
        }
        found.sort(null);
        assertFalse(found.isEmpty(), glob);
        return found;
    }

    private static void flipBit(Path file, double place) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (bytes.length * place)] ^= 0x10;
        Files.write(file, bytes);
    }

    private static void cut(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    private PgException refusal() {
        PgException refused = assertThrows(
                PgException.class, () -> RowStore.open(directory, OPTIONS).close());
        assertNotNull(refused.report().hint(), refused.getMessage());
        return refused;
    }

    private void assertDamaged(String detail) {
        PgException refused = refusal();
        assertEquals(SqlState.DATA_CORRUPTED, refused.state(), refused.getMessage());
        assertEquals("data directory \"" + directory + "\" is damaged", refused.getMessage());
        assertTrue(refused.report().detail().contains(detail), refused.report().detail());
    }

    private long countRows() {
        try (RowStore store = RowStore.open(directory, OPTIONS)) {
            return countRows(store);
        }
    }

    private static long countRows(RowStore store) {
        try (Snapshot snapshot = store.currentSnapshot();
                RowCursor rows = snapshot.scanRows(TABLE, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @Test
    void aCopyOfAnOpenStoreIsWhole() throws IOException {
        make();
        assertEquals(ROWS, countRows());
        assertEquals("1\n", Files.readString(directory.resolve("FORMAT")));
    }

    @Test
    void aDirectoryOfSomethingElseIsLeftAsItIs() throws IOException {
        Files.createDirectories(directory);
        Path theirs = Files.writeString(directory.resolve("PG_VERSION"), "15\n");
        PgException refused = refusal();
        assertEquals(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, refused.state());
        assertEquals("\"" + directory + "\" is not a valid data directory", refused.getMessage());
        try (var files = Files.list(directory)) {
            assertEquals(List.of(theirs), files.toList());
        }
    }

    @Test
    void aPreparedDirectoryIsTaken() throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("pglitedb.conf"), "");
        Files.writeString(directory.resolve("server.crt"), "");
        assertEquals(0, countRows());
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsTaken() throws IOException {
        Files.createDirectories(directory.resolve("rocksdb"));
        Files.createDirectories(directory.resolve("tmp"));
        Files.writeString(directory.resolve("rocksdb/MANIFEST-000001"), "");
        assertEquals(0, countRows());
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        make();
        Files.writeString(directory.resolve("FORMAT"), "2\n");
        PgException refused = refusal();
        assertEquals(SqlState.FEATURE_NOT_SUPPORTED, refused.state());
        assertEquals("database files are incompatible with server", refused.getMessage());
        Files.writeString(directory.resolve("FORMAT"), "one\n");
        assertEquals(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, refusal().state());
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Files.writeString(directory, "");
        PgException refused = assertThrows(PgException.class, () -> RowStore.open(directory, OPTIONS));
        assertEquals("could not access data directory \"" + directory + "\": Not a directory", refused.getMessage());
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsRefused() throws IOException {
        Files.createDirectories(directory);
        assertTrue(directory.toFile().setWritable(false));
        assumeFalse(Files.isWritable(directory), "the user who runs the tests may write everywhere");
        PgException refused = refusal();
        assertEquals(SqlState.INSUFFICIENT_PRIVILEGE, refused.state());
        assertTrue(refused.getMessage().endsWith("LOCK\": Permission denied"), refused.getMessage());
    }

    @Test
    void missingFilesAreNotMadeAnew() throws IOException {
        make();
        Path whole = directory;
        for (String glob : List.of("CURRENT", "MANIFEST-*", "*.sst", "*.log")) {
            directory = root.resolve("without " + glob.replace('*', '_'));
            copy(whole, directory);
            for (Path file : files(glob)) {
                Files.delete(file);
            }
            assertDamaged(glob.equals("CURRENT") || glob.equals("*.log") ? "is missing" : "No such file");
        }
    }

    @Test
    void changedFilesAreNoticedAtTheStart() throws IOException {
        make();
        Path whole = directory;
        directory = root.resolve("manifest");
        copy(whole, directory);
        flipBit(files("MANIFEST-*").getLast(), 0.5);
        assertDamaged("checksum mismatch");

        directory = root.resolve("table");
        copy(whole, directory);
        cut(files("*.sst").getFirst(), 100);
        assertDamaged("size mismatch");

        directory = root.resolve("log");
        copy(whole, directory);
        flipBit(files("*.log").getLast(), 0.01);
        assertDamaged("checksum mismatch");
    }

    /// A log that is lengthened with zeros: what a crash leaves of it, at any place of its last records.
    @Test
    void anInterruptedWriteIsNoDamage() throws IOException {
        make();
        Path whole = directory;
        int end = writtenEnd(files("*.log").getLast());
        for (int lostFrom = end / 512 * 512; lostFrom > end - 3_000; lostFrom -= 512) {
            int lost = end - lostFrom;
            directory = root.resolve("lost " + lost);
            copy(whole, directory);
            Path log = files("*.log").getLast();
            byte[] bytes = Files.readAllBytes(log);
            Arrays.fill(bytes, lostFrom, end, (byte) 0);
            Files.write(log, Arrays.copyOf(bytes, Math.max(bytes.length, end + 100_000)));
            long rows = countRows();
            assertTrue(rows < ROWS && rows >= ROWS - 1 - lost / 1_000, lost + " bytes lost, " + rows + " rows");
        }
    }

    /// Zeros in a record before others are none that a crash has left.
    @Test
    void aHoleInALogIsDamage() throws IOException {
        make();
        Path log = files("*.log").getLast();
        byte[] bytes = Files.readAllBytes(log);
        int end = writtenEnd(log);
        Arrays.fill(bytes, end - 3_000, end - 2_400, (byte) 0);
        Files.write(log, Arrays.copyOf(bytes, Math.max(bytes.length, end + 100_000)));
        assertDamaged("checksum mismatch");
    }

    private static int writtenEnd(Path log) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        make();
        Files.writeString(directory.resolve("rocksdb/notes.log"), "mine\0");
        assertEquals(ROWS, countRows());
        assertEquals("mine\0", Files.readString(directory.resolve("rocksdb/notes.log")));
    }

    @Test
    void temporaryFilesOfAKilledProcessGo() throws IOException {
        make();
        Path folder = Files.createDirectories(directory.resolve("tmp/folder"));
        Files.writeString(folder.resolve("spill.tmp"), "x");
        Files.writeString(directory.resolve("tmp/1.sst"), "x");
        assertEquals(ROWS, countRows());
        try (var files = Files.list(directory.resolve("tmp"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aTornLogEndIsWhatACrashLeaves() throws IOException {
        make();
        Path log = files("*.log").getLast();
        cut(log, (int) Files.size(log) - writtenEnd(log) + 300);
        assertEquals(ROWS - 1, countRows());
    }

    @Test
    void aDamagedBlockFailsItsReadersOnly() throws IOException {
        make();
        flipBit(files("*.sst").getFirst(), 0.3);
        try (RowStore store = RowStore.open(directory, OPTIONS)) {
            PgException failure = assertThrows(PgException.class, () -> countRows(store));
            assertEquals(SqlState.DATA_CORRUPTED, failure.state());
            try (Transaction transaction = begin(store)) {
                transaction.putRow(TABLE, ROWS + 1, new byte[] {1}, 0, 1);
                transaction.commit(Durability.SYNC);
            }
            try (Snapshot snapshot = store.currentSnapshot()) {
                byte[] row = snapshot.get(TABLE, ROWS + 1);
                assertArrayEquals(new byte[] {1}, Arrays.copyOfRange(row, row.length - 1, row.length));
            }
        }
    }
}
