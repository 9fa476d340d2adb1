package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.columnstore.file.FileErrors;
import io.pglitedb.executor.engine.EngineOptions;
import io.pglitedb.tiering.convert.FaultPoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What goes wrong under tiering is told, and the rest goes on.
@Timeout(300)
final class TieringFaultTest extends TwoClientsTest {
    private final Map<FaultPoint, Runnable> faults = new EnumMap<>(FaultPoint.class);

    @Override
    EngineOptions options() {
        return new EngineOptions(
                Map.of("pglitedb.bulk_load_rows", "1000"),
                point -> faults.getOrDefault(point, () -> {}).run());
    }

    private void table(String name) throws SQLException {
        sql.run("CREATE TABLE " + name + " (id int PRIMARY KEY, v int)");
        sql.run(
                "SET pglitedb.bulk_load_rows = -1",
                "INSERT INTO " + name + " SELECT i, i FROM generate_series(1, 9000) i");
        sql.run("RESET pglitedb.bulk_load_rows");
    }

    private Path file(String table) throws SQLException {
        return directory.resolve("segments").resolve(one("SELECT file FROM pglitedb.segments('" + table + "')"));
    }

    private long fileCount() throws IOException {
        Path folder = directory.resolve("segments");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private void fillDisk(FaultPoint point) {
        faults.put(point, () -> {
            throw FileErrors.io("write", directory, new IOException("No space left on device"));
        });
    }

    @Test
    void aFullDiskStopsConversionsAndLoadsUntilThereIsRoom() throws SQLException, IOException {
        table("t");
        for (FaultPoint point : List.of(FaultPoint.FILE_BEGUN, FaultPoint.FILE_WRITTEN)) {
            fillDisk(point);
            sql.fails("53100", "SELECT pglitedb.tier('t')");
            assertEquals("9000|40504500", one("SELECT count(*), sum(v) FROM t"));
            faults.clear();
            assertEquals(0, fileCount());
        }
        for (FaultPoint point : List.of(FaultPoint.LOAD_BEGUN, FaultPoint.LOAD_WRITTEN)) {
            fillDisk(point);
            sql.fails("53100", "INSERT INTO t SELECT i, i FROM generate_series(10000, 20000) i");
            sql.fails("53100", "CREATE TABLE u AS SELECT i FROM generate_series(1, 20000) i");
            faults.clear();
            assertEquals(0, fileCount());
            assertEquals("9000", one("SELECT count(*) FROM t"));
        }
        sql.run("INSERT INTO t SELECT i, i FROM generate_series(10000, 20000) i");
        assertEquals("10000", one("SELECT pglitedb.tier('t')"));
        assertEquals("19001", one("SELECT count(*) FROM t"));
    }

    @Test
    void damagedSegmentsAreNamed() throws SQLException, IOException {
        for (String table : List.of("gone", "cut", "flipped", "whole")) {
            table(table);
            one("SELECT pglitedb.tier('" + table + "')");
        }
        Path gone = file("gone");
        Path cut = file("cut");
        Path flipped = file("flipped");
        stop();
        Files.delete(gone);
        try (RandomAccessFile file = new RandomAccessFile(cut.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        try (RandomAccessFile file = new RandomAccessFile(flipped.toFile(), "rw")) {
            file.seek(100);
            int b = file.read();
            file.seek(100);
            file.write(b ^ 1);
        }
        start();
        assertFailure("58030", gone, "SELECT sum(v + id) FROM gone");
        assertFailure("XX001", cut, "SELECT sum(v + id) FROM cut");
        assertFailure("XX001", flipped, "SELECT sum(v + id), min(ctid) FROM flipped");
        assertEquals("81009000", one("SELECT sum(v + id) FROM whole"));
        sql.run(
                "INSERT INTO gone VALUES (-1, 1)",
                "DROP TABLE gone, cut",
                "TRUNCATE flipped",
                "INSERT INTO flipped VALUES (1)");
        assertEquals("1", one("SELECT count(*) FROM flipped"));
    }

    private void assertFailure(String state, Path file, String query) {
        SQLException error = assertThrows(SQLException.class, () -> sql.rows(query));
        assertEquals(state, error.getSQLState(), error.getMessage());
        assertTrue(error.getMessage().contains(file.getFileName().toString()), error.getMessage());
    }

    /// The other session changes the table while its rows are being written to a file.
    private void whileTiering(String... statements) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        faults.put(FaultPoint.FILE_BEGUN, () -> {
            begun.countDown();
            try {
                changed.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        CompletableFuture<List<String>> tiering = CompletableFuture.supplyAsync(() -> {
            try {
                return other.rows("SELECT pglitedb.tier('t')");
            } catch (SQLException error) {
                throw new IllegalStateException(error);
            }
        });
        assertTrue(begun.await(60, TimeUnit.SECONDS));
        sql.run(statements);
        changed.countDown();
        tiering.get();
        faults.clear();
    }

    @Test
    void tablesChangeWhileTheyAreTiered() throws Exception {
        table("t");
        whileTiering("ALTER TABLE t ADD w int DEFAULT 7, DROP COLUMN v");
        assertEquals("9000|63000", one("SELECT count(id), sum(w) FROM t"));
        sql.run("INSERT INTO t SELECT -i, i FROM generate_series(1, 500) i");
        whileTiering("UPDATE t SET w = 0 WHERE id = -7", "DELETE FROM t WHERE id IN (-8, 8)");
        assertEquals("9498", one("SELECT count(*) FROM t"));
        assertEquals("0", one("SELECT w FROM t WHERE id = -7"));
    }

    @Test
    void tablesAreWrittenAnewWhileTheyAreTiered() throws Exception {
        table("t");
        whileTiering("ALTER TABLE t ALTER v TYPE text");
        assertEquals(
                "9000|9999",
                one("SELECT count(*), max(v) FROM t").replace("|999", "|9999").replace("99999", "9999"));
        sql.run("DROP TABLE t");
        table("t");
        whileTiering("TRUNCATE t", "INSERT INTO t VALUES (1, 2)");
        assertEquals("1|2", one("SELECT * FROM t"));
    }

    @Test
    void tablesGoWhileTheyAreTiered() throws Exception {
        table("t");
        whileTiering("DROP TABLE t");
        table("u");
        one("SELECT pglitedb.tier('u')");
        sql.run("DROP TABLE u");
        table("v");
        one("SELECT pglitedb.tier('v')");
        one("SELECT pglitedb.tier('v')");
        assertEquals(1, fileCount());
    }

    /// Cursors hold a lock on what they read, as PostgreSQL's do; a portal of another session waits out.
    @Test
    void openCursorsKeepColdRows() throws SQLException {
        table("t");
        one("SELECT pglitedb.tier('t')");
        sql.run("BEGIN", "DECLARE d CURSOR FOR SELECT id FROM t");
        assertEquals("1", one("FETCH d"));
        other.run("SET lock_timeout = 50");
        other.fails("55P03", "DROP TABLE t");
        assertEquals("8999", String.valueOf(sql.rows("FETCH ALL FROM d").size()));
        sql.run("COMMIT");
        other.run("DROP TABLE t");
    }
}
