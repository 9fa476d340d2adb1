package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.executor.engine.EngineOptions;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Statements that write many rows at once write segments, and nobody can tell.
@Timeout(300)
final class BulkLoadTest extends TwoClientsTest {
    private static final String ROWS = "SELECT i AS id, i % 7 AS v, 'row ' || i AS s FROM generate_series(1, 3000) i";

    @Override
    EngineOptions options() {
        return new EngineOptions(Map.of("max_prepared_transactions", "5", "pglitedb.bulk_load_rows", "1000"));
    }

    private void copy(String table, String lines) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table + " FROM STDIN", new StringReader(lines));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i + "\t" + i % 7 + "\trow " + i + "\n")
                .collect(Collectors.joining());
    }

    private void table() throws SQLException {
        sql.run("CREATE TABLE t (id int PRIMARY KEY, v int CHECK (v < 7), s text NOT NULL)", "CREATE INDEX ON t (v)");
    }

    /// By both engines.
    private String content(Sql client, String table) throws SQLException {
        String query = "SELECT count(*), md5(string_agg(x::text, '|' ORDER BY x::text)) FROM " + table + " x";
        client.run("SET pglitedb.engine = row");
        String rows = one(client, query);
        client.run("SET pglitedb.engine = vector");
        assertEquals(rows, one(client, query));
        client.run("RESET pglitedb.engine");
        return rows;
    }

    private String expected(String query) throws SQLException {
        return content(sql, "(" + query + ")");
    }

    /// Rows in segments, and the files are those of the tables.
    private void assertSegments(String rows, String... tables) throws SQLException, IOException {
        long sum = 0;
        Stream.Builder<String> named = Stream.builder();
        for (String table : tables) {
            sum += Long.parseLong(one("SELECT coalesce(sum(rows), 0) FROM pglitedb.segments('%s')".formatted(table)));
            sql.rows("SELECT file FROM pglitedb.segments('%s')".formatted(table))
                    .forEach(named::add);
        }
        assertEquals(rows, String.valueOf(sum));
        assertEquals(named.build().sorted().toList(), files());
    }

    private List<String> files() throws IOException {
        Path folder = directory.resolve("segments");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void copyIsSeenByItselfAtOnceAndByOthersAtCommit() throws SQLException, IOException {
        table();
        other.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
        assertEquals("0", one(other, "SELECT count(*) FROM t"));
        sql.run("BEGIN");
        copy("t", lines(1, 3000));
        String all = expected(ROWS);
        assertEquals(all, content(sql, "t"));
        assertEquals("row 2500", one("SELECT s FROM t WHERE id = 2500"));
        assertEquals("428|428", one("SELECT count(*), count(DISTINCT id) FROM t WHERE v = 6"));
        sql.fails("23505", "SAVEPOINT a; INSERT INTO t VALUES (2500, 1, '')");
        sql.run("ROLLBACK TO a");
        try (Connection third = server.connect("preferQueryMode", "simple")) {
            assertEquals("0", one(new Sql(third), "SELECT count(*) FROM t"));
        }
        sql.run("COMMIT");
        assertEquals("0", one(other, "SELECT count(*) FROM t"));
        assertEquals("", String.join("", other.rows("SELECT s FROM t WHERE id = 2500")));
        other.run("COMMIT");
        assertEquals(all, content(other, "t"));
        assertSegments("2000", "t");
        restart();
        assertEquals(all, content(sql, "t"));
        assertEquals("2000", one("SELECT pglitedb.tier('t') + 1000"));
        assertEquals(all, content(sql, "t"));
        assertSegments("3000", "t");
    }

    @Test
    void whatFailsLeavesNothing() throws SQLException, IOException {
        table();
        for (String last : List.of("2999\t1\tx\n", "5000\t9\tx\n", "5000\t1\t\\N\n", "5000\t1\n", "x\t1\tx\n")) {
            Assertions.assertThrows(SQLException.class, () -> copy("t", lines(1, 3000) + last));
            assertEquals("0", one("SELECT count(*) FROM t"));
            assertEquals(List.of(), sql.rows("SELECT * FROM t WHERE id = 2000"));
            assertSegments("0", "t");
        }
        sql.run("BEGIN");
        copy("t", lines(1, 3000));
        assertEquals(1, files().size());
        sql.run("ROLLBACK");
        assertEquals("0", one("SELECT count(*) FROM t"));
        assertSegments("0", "t");
        copy("t", lines(1, 3000));
        assertEquals("3000", one("SELECT count(*) FROM t"));
    }

    @Test
    void savepointsTakeRowsBack() throws SQLException, IOException {
        table();
        sql.run("BEGIN", "INSERT INTO t " + ROWS, "SAVEPOINT a", "INSERT INTO t SELECT id + 10000, v, s FROM t");
        assertEquals("6000", one("SELECT count(*) FROM t"));
        sql.run("SAVEPOINT b", "DELETE FROM t WHERE id % 2 = 0", "UPDATE t SET s = 'new' WHERE id % 5 = 0");
        assertEquals("3000|600", one("SELECT count(*), count(*) FILTER (WHERE s = 'new') FROM t"));
        String changed = content(sql, "t");
        sql.run("SAVEPOINT c", "INSERT INTO t SELECT id + 20000, v, s FROM t", "ROLLBACK TO c");
        assertEquals(changed, content(sql, "t"));
        sql.run("ROLLBACK TO b");
        assertEquals("6000|0", one("SELECT count(*), count(*) FILTER (WHERE s = 'new') FROM t"));
        sql.run("ROLLBACK TO a", "DELETE FROM t WHERE id > 2990", "UPDATE t SET v = 0 WHERE id = 2990");
        assertEquals("2990|0", one("SELECT count(*), min(v) FROM t WHERE id = 2990 OR true"));
        String kept = content(sql, "t");
        sql.run("COMMIT");
        assertEquals(kept, content(other, "t"));
        assertEquals("11", one("SELECT sum(marked) FROM pglitedb.segments('t')"));
        assertSegments("2000", "t");
        assertEquals("0", one("SELECT v FROM t WHERE id = 2990"));
        assertEquals("2988", one("SELECT max(id) FROM t WHERE v <> 0"));
    }

    /// More changes than one batch takes: they go by files, with the marks beside them.
    @Test
    void manyChangesOfNewRowsAreMarked() throws SQLException {
        sql.run(
                "BEGIN",
                "CREATE TABLE big AS SELECT i AS id, 0 AS v FROM generate_series(1, 130000) i",
                "UPDATE big SET v = 1 WHERE id > 20000",
                "DELETE FROM big WHERE id <= 60000");
        assertEquals("70000|70000", one("SELECT count(*), sum(v) FROM big"));
        sql.run("COMMIT");
        assertEquals("70000|70000", one(other, "SELECT count(*), sum(v) FROM big"));
        assertEquals("129000", one("SELECT sum(marked) FROM pglitedb.segments('big')"));
    }

    @Test
    void allStatementsThatWriteMuchDoSo() throws SQLException, IOException {
        String all = expected("SELECT i AS a, i % 7 AS b, 'row ' || i AS c FROM generate_series(1, 3000) i");
        sql.run("CREATE TABLE a AS SELECT i AS a, i % 7 AS b, 'row ' || i AS c FROM generate_series(1, 3000) i");
        sql.run("SELECT * INTO b FROM a");
        sql.run("CREATE MATERIALIZED VIEW m AS SELECT * FROM a WITH NO DATA", "REFRESH MATERIALIZED VIEW m");
        assertEquals(all, content(sql, "a"));
        assertEquals(all, content(sql, "b"));
        assertEquals(all, content(sql, "m"));
        assertSegments("6000", "a", "b", "m");
        sql.run("CREATE UNIQUE INDEX ON m (a)", "REFRESH MATERIALIZED VIEW m");
        assertEquals("row 2222", one("SELECT c FROM m WHERE a = 2222"));
        sql.run("ALTER TABLE b ALTER a TYPE bigint");
        assertEquals("2000", one("SELECT sum(rows) FROM pglitedb.segments('b')"));
        assertEquals(all, content(sql, "b"));
        sql.run("DROP TABLE b", "DROP MATERIALIZED VIEW m");
        one("SELECT pglitedb.tier('a')");
        restart();
        assertSegments("3000", "a");
    }

    @Test
    void rowsStayHotWhereTheyHaveTo() throws SQLException, IOException {
        sql.run(
                "CREATE TEMP TABLE temporary AS " + ROWS,
                "CREATE TABLE off (id int, v int, s text) WITH (tiering = off)");
        sql.run("INSERT INTO off " + ROWS, "CREATE TABLE t (id int, v int, s text)");
        sql.run("BEGIN ISOLATION LEVEL SERIALIZABLE", "INSERT INTO t " + ROWS, "COMMIT");
        sql.run("SET pglitedb.bulk_load_rows = -1", "INSERT INTO t " + ROWS, "RESET pglitedb.bulk_load_rows");
        assertSegments("0", "t", "off");
        assertEquals("6000", one("SELECT count(*) FROM t"));
    }

    /// What runs within the statement sees the rows before its own.
    @Test
    void functionsSeeTheStatementsRows() throws SQLException {
        sql.run(
                "CREATE TABLE t (id int PRIMARY KEY, seen bigint)",
                "CREATE FUNCTION seen() RETURNS bigint LANGUAGE plpgsql VOLATILE AS"
                        + " 'BEGIN RETURN (SELECT count(*) FROM t); END'",
                "CREATE FUNCTION tried(n int) RETURNS bigint LANGUAGE plpgsql VOLATILE AS"
                        + " 'BEGIN RETURN 1 / (n % 3); EXCEPTION WHEN division_by_zero THEN RETURN -1; END'",
                "INSERT INTO t SELECT i, CASE WHEN i % 300 = 0 THEN seen() END FROM generate_series(1, 3000) i");
        assertEquals("10|10", one("SELECT count(seen), count(*) FILTER (WHERE seen = id - 1) FROM t"));
        sql.run(
                "CREATE TABLE u (id int PRIMARY KEY, tried bigint)",
                "INSERT INTO u SELECT i, CASE WHEN i > 2000 THEN tried(i) END FROM generate_series(1, 3000) i");
        assertEquals("3000|334", one("SELECT count(*), count(*) FILTER (WHERE tried = -1) FROM u"));
        sql.run(
                "CREATE TABLE log (n bigint)",
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN INSERT INTO log SELECT count(*) FROM u; RETURN NEW; END'",
                "CREATE TRIGGER noted AFTER INSERT ON u FOR EACH ROW WHEN (NEW.id = 7500) EXECUTE FUNCTION note()",
                "INSERT INTO u SELECT i, 0 FROM generate_series(5001, 8000) i");
        assertEquals("6000", one("SELECT n FROM log"));
    }

    @Test
    void constraintsAndColumnsAreKept() throws SQLException, IOException {
        sql.run(
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "CREATE DOMAIN positive AS int CHECK (value > 0)",
                "CREATE TYPE pair AS (a int, b text)",
                "CREATE TABLE parent (id int PRIMARY KEY)",
                "INSERT INTO parent SELECT generate_series(1, 100)",
                "CREATE TABLE k (gone text, id int GENERATED ALWAYS AS IDENTITY, parent int REFERENCES parent,"
                        + " same int, m mood, d positive, p pair, n numeric(6,2) DEFAULT 1.5,"
                        + " twice int GENERATED ALWAYS AS (parent * 2) STORED,"
                        + " PRIMARY KEY (id), FOREIGN KEY (same) REFERENCES k,"
                        + " UNIQUE (same) DEFERRABLE INITIALLY DEFERRED)",
                "ALTER TABLE k DROP COLUMN gone, DROP CONSTRAINT k_same_key",
                "INSERT INTO k (parent, same, m, d, p) SELECT i % 100 + 1, i, 'ok', i, ('(' || i || ',x)')::pair"
                        + " FROM generate_series(1, 3000) i");
        assertEquals(
                "3000|3000|303000|3000|4500.00",
                one(
                        "SELECT count(*), max(id), sum(twice), count(*) FILTER (WHERE m = 'ok' AND (p).a = d AND same = id), sum(n)"
                                + " FROM k"));
        sql.fails(
                "23503",
                "INSERT INTO k (parent) SELECT 101 - i / 2999 * 100 + i % 2 * 0 FROM generate_series(1, 3000) i");
        sql.fails("23503", "INSERT INTO k (same) SELECT 9000 FROM generate_series(1, 2000) i");
        sql.fails("23514", "INSERT INTO k (d) SELECT 2000 - i FROM generate_series(1, 3000) i");
        assertEquals("3000", one("SELECT count(*) FROM k"));
        assertSegments("2000", "k");
        sql.fails("23503", "DELETE FROM parent WHERE id = 100");
        sql.run(
                "CREATE TABLE p (id int, v int) PARTITION BY RANGE (id)",
                "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (2000)",
                "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (2000) TO (9000)",
                "INSERT INTO p SELECT i, i FROM generate_series(1, 6000) i");
        assertEquals("6000|18003000", one("SELECT count(*), sum(v) FROM p"));
        assertSegments("6000", "k", "p1", "p2");
    }

    @Test
    void tablesThatGoTakeTheirFilesAlong() throws SQLException, IOException {
        sql.run("BEGIN", "CREATE TABLE t AS " + ROWS, "DROP TABLE t", "COMMIT");
        table();
        sql.run("BEGIN", "INSERT INTO t " + ROWS, "TRUNCATE t", "COMMIT");
        one("SELECT pglitedb.tier('t')");
        assertSegments("0", "t");
        sql.run("BEGIN", "INSERT INTO t " + ROWS, "TRUNCATE t", "INSERT INTO t " + ROWS, "COMMIT");
        one("SELECT pglitedb.compact('t')");
        assertSegments("2000", "t");
        assertEquals("3000", one("SELECT count(*) FROM t"));
    }

    @Test
    void preparedTransactionsKeepTheirSegments() throws SQLException, IOException {
        table();
        sql.run("BEGIN", "INSERT INTO t " + ROWS, "DELETE FROM t WHERE id = 2500", "PREPARE TRANSACTION 'a'");
        sql.run("CREATE TABLE u (LIKE t)", "BEGIN", "INSERT INTO u " + ROWS, "PREPARE TRANSACTION 'b'");
        assertEquals("0", one("SELECT count(*) FROM t"));
        assertEquals(2, files().size());
        restart();
        assertEquals(2, files().size());
        other.run("INSERT INTO t VALUES (7000, 1, 'x')");
        assertEquals("1", one(other, "SELECT pglitedb.tier('t')"));
        sql.run("COMMIT PREPARED 'a'", "ROLLBACK PREPARED 'b'");
        assertEquals("3000", one("SELECT count(*) FROM t"));
        assertEquals("row 2499", one("SELECT s FROM t WHERE id = 2499"));
        assertEquals(List.of(), sql.rows("SELECT * FROM t WHERE id = 2500"));
        one("SELECT pglitedb.tier('u')");
        assertSegments("2001", "t", "u");
    }

    @Test
    void conversionsGoAroundALoadUnderWay() throws SQLException, IOException {
        table();
        sql.run("INSERT INTO t VALUES (-1, 0, 'before')", "BEGIN");
        copy("t", lines(1, 3000));
        other.run("INSERT INTO t VALUES (-2, 0, 'behind')");
        assertEquals("2", one(other, "SELECT pglitedb.tier('t')"));
        assertEquals("0", one(other, "SELECT pglitedb.compact('t')"));
        sql.run("COMMIT");
        assertEquals("3002|2", one("SELECT count(*), count(*) FILTER (WHERE id < 0) FROM t"));
        one("SELECT pglitedb.tier('t') + pglitedb.compact('t')");
        one("SELECT pglitedb.compact('t')"); // The files replaced go when nobody reads them any more.
        assertSegments("3002", "t");
        assertEquals("3002|2", one("SELECT count(*), count(*) FILTER (WHERE id < 0) FROM t"));
        assertTrue(one("SELECT s FROM t WHERE id = -2").equals("behind"));
    }

    @Test
    void cursorsOfTheTransactionReadWhatTheySaw() throws SQLException {
        table();
        sql.run("BEGIN", "INSERT INTO t " + ROWS, "DECLARE c CURSOR FOR SELECT id FROM t ORDER BY ctid");
        assertEquals("1", one("FETCH c"));
        sql.run("INSERT INTO t SELECT id + 10000, v, s FROM t", "DELETE FROM t WHERE id = 3000");
        assertEquals("3000", sql.rows("FETCH ALL FROM c").getLast());
        sql.run("COMMIT");
        assertEquals("5999", one("SELECT count(*) FROM t"));
    }

    /// Images of the directory at the steps of a load are what a killed server would leave.
    @Test
    void everyStepLeavesAWholeDatabase() throws Exception {
        table();
        sql.run("INSERT INTO t VALUES (-1, 1, 'first')");
        String before = content(sql, "t");
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY t FROM STDIN");
        byte[] bytes = lines(1, 40_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length - 10_000);
        copy.flushCopy();
        while (files().isEmpty()) {
            Thread.sleep(10);
        }
        check("loading", before);
        copy.cancelCopy();
        sql.run("BEGIN");
        copy("t", lines(1, 3000));
        check("loaded", before);
        sql.run("COMMIT");
        check("committed", content(sql, "t"));
    }

    private void check(String name, String content) throws SQLException, IOException {
        Path image = directory.resolveSibling(directory.getFileName() + name);
        DirectoryImage.of(directory, image);
        try (RunningServer copied = new RunningServer(image);
                Connection client = copied.connect("preferQueryMode", "simple")) {
            assertEquals(content, content(new Sql(client), "t"), name);
            List<String> named = new Sql(client).rows("SELECT file FROM pglitedb.segments('t') ORDER BY file");
            try (Stream<Path> files = Files.list(image.resolve("segments"))) {
                assertEquals(
                        named,
                        files.map(file -> file.getFileName().toString())
                                .sorted()
                                .toList(),
                        name);
            }
        }
    }
}
