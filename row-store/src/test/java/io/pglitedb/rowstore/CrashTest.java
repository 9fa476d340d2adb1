package io.pglitedb.rowstore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.row.RowHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills a writing process with SIGKILL and reads what it left. Shows the order of log, acknowledgement and recovery;
/// not the loss of power, since the operating system keeps what the dead process had written.
@Timeout(60)
class CrashTest {
    private static final int KILLED = 128 + 9;
    private static final long RUN_MS = 800;
    private static final int BATCHES = 50_000;
    /// Fewer than a transaction's keys: every commit ingests a sorted file.
    private static final int FILES = 1;

    @TempDir
    Path directory;

    /// The later rounds also recover what an earlier recovery left.
    @Test
    void acknowledgedCommitsSurviveAKillAndNoneIsTorn() throws Exception {
        Map<Long, Long> acknowledged = new TreeMap<>();
        for (int ingestKeys : new int[] {BATCHES, FILES, BATCHES}) {
            int before = acknowledged.size();
            runAndKill(ingestKeys, acknowledged);
            assertTrue(acknowledged.size() > before, "nothing was committed before the kill");
            try (RowStore store = RowStore.open(directory, CrashedWriter.options(BATCHES));
                    Snapshot snapshot = store.currentSnapshot()) {
                check(store, snapshot, acknowledged);
            }
        }
    }

    private void runAndKill(int ingestKeys, Map<Long, Long> acknowledged) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashedWriter.class.getName(),
                        directory.toString(),
                        Integer.toString(ingestKeys))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = writer.inputReader()) {
            boolean killing = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 4 && words[3].equals(".")) {
                    acknowledged.put(Long.valueOf(words[1]), Long.valueOf(words[2]));
                }
                if (!killing) {
                    killing = true;
                    Thread.startVirtualThread(() -> killLater(writer));
                }
            }
            assertTrue(writer.waitFor(10, TimeUnit.SECONDS));
            assertEquals(KILLED, writer.exitValue());
        } finally {
            writer.destroyForcibly();
        }
    }

    /// By handle: `Process.destroyForcibly` would close the pipe and lose the last acknowledgements.
    private static void killLater(Process writer) {
        try {
            Thread.sleep(RUN_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        writer.toHandle().destroyForcibly();
    }

    private static void check(RowStore store, Snapshot snapshot, Map<Long, Long> acknowledged) {
        acknowledged.forEach((first, second) -> {
            assertNotNull(snapshot.get(CrashedWriter.TABLE, first), () -> "acknowledged row " + first + " is lost");
            assertNotNull(snapshot.get(CrashedWriter.TABLE, second), () -> "acknowledged row " + second + " is lost");
        });
        long rows = 0;
        long lastRowid = 0;
        long lastTransaction = 0;
        try (RowCursor cursor = snapshot.scanRows(CrashedWriter.TABLE, 0, Long.MAX_VALUE, Direction.FORWARD)) {
            while (cursor.next()) {
                rows++;
                lastRowid = cursor.rowid();
                long writer = RowHeader.transactionId(cursor.value(), cursor.valueOffset());
                lastTransaction = Math.max(lastTransaction, writer);
                long partner = partner(cursor.value(), cursor.valueOffset());
                byte[] other = snapshot.get(CrashedWriter.TABLE, partner);
                assertNotNull(other, "row without its partner: torn transaction");
                assertEquals(cursor.rowid(), partner(other, 0));
                assertEquals(writer, RowHeader.transactionId(other, 0));
            }
        }
        long entries = 0;
        try (IndexCursor cursor = snapshot.scanIndex(CrashedWriter.INDEX, null, null, Direction.FORWARD)) {
            while (cursor.next()) {
                entries++;
                long first = ByteBuffer.wrap(cursor.key()).getLong(cursor.keyOffset());
                long second = ByteBuffer.wrap(cursor.value()).getLong(cursor.valueOffset());
                byte[] row = snapshot.get(CrashedWriter.TABLE, first);
                assertNotNull(row, "index entry without its row: torn transaction");
                assertEquals(second, partner(row, 0));
            }
        }
        assertEquals(rows, 2 * entries);
        for (long first : acknowledged.keySet()) {
            assertArrayEquals(
                    CrashedWriter.bytes(acknowledged.get(first)),
                    snapshot.getIndex(CrashedWriter.INDEX, CrashedWriter.bytes(first)));
        }
        assertTrue(store.nextRowid(CrashedWriter.TABLE) > lastRowid, "a rowid is handed out again");
        assertTrue(store.nextTransactionId() > lastTransaction, "a transaction id is given again");
    }

    private static long partner(byte[] row, int offset) {
        return ByteBuffer.wrap(row).getLong(offset + RowHeader.LENGTH);
    }
}
