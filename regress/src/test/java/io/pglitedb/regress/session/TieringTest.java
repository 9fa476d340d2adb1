package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.executor.engine.EngineOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Cold rows behave as hot ones.
@Timeout(300)
final class TieringTest extends TwoClientsTest {
    @Override
    EngineOptions options() {
        return new EngineOptions(Map.of("max_prepared_transactions", "5"));
    }

    private String content(String table) throws SQLException {
        String query = "SELECT count(*), md5(string_agg(x::text || ctid::text || xmin::text, '|' ORDER BY x::text))"
                + " FROM " + table + " x";
        sql.run("SET pglitedb.engine = row");
        String rows = one(query);
        sql.run("SET pglitedb.engine = vector");
        assertEquals(rows, one(query));
        sql.run("RESET pglitedb.engine");
        return rows;
    }

    private void numbers(int count) throws SQLException {
        sql.run(
                "CREATE TABLE t (id int PRIMARY KEY, v int, s text)",
                "INSERT INTO t SELECT i, i %% 7, 'row ' || i FROM generate_series(1, %d) i".formatted(count));
    }

    private void tier(String table) throws SQLException {
        one("SELECT pglitedb.tier('%s')".formatted(table));
    }

    @Test
    void valuesOfAllKindsStayAsTheyAre() throws SQLException {
        sql.run(
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "CREATE DOMAIN positive AS int CHECK (value > 0)",
                "CREATE TYPE pair AS (a int, b text)",
                "CREATE TABLE k (i2 smallint, i4 int, i8 bigint, f4 real, f8 float8, b bool, n numeric, n2 numeric(9,2),"
                        + " t text, vc varchar(9), c char(5), nm name, ba bytea, d date, ti time, tz timetz, ts timestamp,"
                        + " tsz timestamptz, iv interval, u uuid, j json, jb jsonb, m mood, dm positive, p pair, a int[],"
                        + " ma mood[], r int4range, bits bit(3), inet inet, pt point, oid oid, rc regclass, mo money)",
                "INSERT INTO k SELECT i, i, i, i/3.0, i/7.0, i % 2 = 0, i/9.0, i/4.0, 'text '||i, 'v'||i, 'c'||i, 'n'||i,"
                        + " ('\\x0'||i%10)::bytea, date '2020-01-01'+i, time '10:00' + i*interval '1s', timetz '10:00+02',"
                        + " timestamp '2020-01-01'+i*interval '1s', timestamptz '2020-01-01'+i*interval '1s',"
                        + " i*interval '1 day 1s', gen_random_uuid(), '{\"k\": 1}', jsonb_build_object('k', i), 'ok', i,"
                        + " ('('||i||',x)')::pair, array[i, null], array['sad']::mood[], int4range(i, i+3), b'101', '10.0.0.1',"
                        + " point(i, i), i, 'pg_class', i FROM generate_series(1, 5000) i",
                "INSERT INTO k (i4) VALUES (null)",
                "INSERT INTO k (n, ts, f8) VALUES ('NaN', 'infinity', 'NaN'), ('Infinity', '-infinity', '-Infinity')",
                "ALTER TABLE k DROP COLUMN u, ADD COLUMN late mood DEFAULT 'ok'");
        String before = content("k");
        assertEquals("5003", one("SELECT pglitedb.tier('k')"));
        assertEquals("1|5003|0", one("SELECT count(*), sum(rows), sum(marked) FROM pglitedb.segments('k')"));
        assertEquals(before, content("k"));
        sql.run(
                "ALTER TABLE k ADD COLUMN later int DEFAULT 5",
                "ALTER TABLE k DROP COLUMN t",
                "ALTER TABLE k RENAME vc TO vd");
        String changed = content("k");
        sql.run("UPDATE k SET i4 = i4 WHERE i4 % 2 = 0");
        assertEquals("2500", one("SELECT marked FROM pglitedb.segments('k')"));
        String updated = content("k");
        one("SELECT pglitedb.compact('k')");
        assertEquals("0|5003", one("SELECT marked, rows FROM pglitedb.segments('k')"));
        assertEquals(updated, content("k"));
        assertEquals("5003|25015", one("SELECT count(late), sum(later) FROM k"));
        assertTrue(!changed.equals(updated)); // xmin
        restart();
        assertEquals(updated, content("k"));
    }

    @Test
    void constraintsSeeColdRows() throws SQLException {
        numbers(3000);
        sql.run(
                "CREATE TABLE child (id int, parent int REFERENCES t ON DELETE CASCADE ON UPDATE CASCADE)",
                "INSERT INTO child SELECT i, i FROM generate_series(1, 100) i");
        tier("t");
        tier("child");
        sql.fails("23505", "INSERT INTO t VALUES (77)");
        sql.fails("23503", "INSERT INTO child VALUES (1, 5000)");
        sql.run("INSERT INTO child VALUES (200, 2500)");
        sql.run("DELETE FROM t WHERE id = 5");
        assertEquals("100", one("SELECT count(*) FROM child"));
        sql.run("UPDATE t SET id = 9000 WHERE id = 6");
        assertEquals("9000", one("SELECT parent FROM child WHERE id = 6"));
        assertEquals(
                "7|0|changed",
                one("INSERT INTO t VALUES (7) ON CONFLICT (id) DO UPDATE SET s = 'changed' RETURNING id, v, s"));
        assertEquals("8|x", one("UPDATE t SET s = 'x' WHERE id = 8 RETURNING id, s"));
        assertEquals("9|row 9", one("DELETE FROM t WHERE id = 9 RETURNING id, s"));
        sql.run("ALTER TABLE t ADD CHECK (v < 10)", "CREATE UNIQUE INDEX ON t (s)");
        sql.fails("23505", "INSERT INTO t VALUES (10000, 1, 'row 100')");
        assertEquals("100", one("SELECT id FROM t WHERE s = 'row 100'"));
    }

    @Test
    void ownWritesLieOverColdRows() throws SQLException {
        numbers(5000);
        tier("t");
        sql.run("BEGIN", "UPDATE t SET v = 100 WHERE id <= 10", "SAVEPOINT a", "DELETE FROM t WHERE id <= 20");
        assertEquals("4980|0", one("SELECT count(*), count(*) FILTER (WHERE v = 100) FROM t"));
        sql.run("ROLLBACK TO a", "INSERT INTO t VALUES (6000, 1, 'x')");
        assertEquals("5001|10", one("SELECT count(*), count(*) FILTER (WHERE v = 100) FROM t"));
        assertEquals(
                "5000|0",
                other.rows("SELECT count(*), count(*) FILTER (WHERE v = 100) FROM t")
                        .getFirst());
        sql.run("COMMIT");
        assertEquals("5001|10", one("SELECT count(*), count(*) FILTER (WHERE v = 100) FROM t"));
        sql.run("BEGIN", "UPDATE t SET v = 7", "PREPARE TRANSACTION 'p'");
        other.rows("SELECT pglitedb.tier('t')");
        other.rows("SELECT pglitedb.compact('t')");
        sql.run("COMMIT PREPARED 'p'");
        assertEquals("5001|5001", one("SELECT count(*), count(*) FILTER (WHERE v = 7) FROM t"));
    }

    @Test
    void transactionsRunAcrossASwap() throws SQLException {
        numbers(5000);
        sql.run("BEGIN ISOLATION LEVEL REPEATABLE READ");
        assertEquals("5000", one("SELECT count(*) FROM t"));
        other.run("DELETE FROM t WHERE id = 1");
        other.rows("SELECT pglitedb.tier('t')");
        assertEquals("5000|row 1", one("SELECT count(*), min(s) FROM t"));
        sql.run("UPDATE t SET v = 0 WHERE id = 2");
        sql.fails("40001", "UPDATE t SET v = 0 WHERE id = 1");
        sql.run("ROLLBACK");
        sql.run("BEGIN", "SELECT * FROM t WHERE id = 3 FOR UPDATE");
        other.run("SET lock_timeout = 50");
        other.fails("55P03", "UPDATE t SET v = 1 WHERE id = 3");
        sql.run("UPDATE t SET v = 50 WHERE id = 3", "COMMIT");
        other.run("UPDATE t SET v = v + 1 WHERE id = 3");
        assertEquals("51", one("SELECT v FROM t WHERE id = 3"));
    }

    @Test
    void tablesChangeAndGo() throws SQLException, IOException {
        numbers(5000);
        tier("t");
        sql.run("ALTER TABLE t ALTER v TYPE text");
        assertEquals("5000|0", one("SELECT count(v), (SELECT count(*) FROM pglitedb.segments('t')) FROM t"));
        tier("t");
        sql.run("BEGIN", "TRUNCATE t", "ROLLBACK");
        assertEquals("5000", one("SELECT count(*) FROM t"));
        sql.run("TRUNCATE t", "INSERT INTO t VALUES (1, 'x', 'y')");
        assertEquals("1", one("SELECT count(*) FROM t"));
        tier("t");
        sql.run("CREATE TABLE parted (id int, v int) PARTITION BY RANGE (id)");
        sql.run("CREATE TABLE parted1 PARTITION OF parted FOR VALUES FROM (0) TO (100)");
        sql.run("INSERT INTO parted SELECT i, i FROM generate_series(0, 99) i");
        tier("parted1");
        assertEquals("100|4950", one("SELECT count(*), sum(v) FROM parted"));
        sql.fails("42809", "SELECT pglitedb.tier('parted')");
        sql.fails("42809", "SELECT pglitedb.tier('pg_class')");
        sql.run("DROP TABLE t, parted");
        restart();
        try (Stream<Path> files = Files.list(directory.resolve("segments"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void largeChangesMarkWhatTheyTouch() throws SQLException {
        numbers(120_000);
        tier("t");
        sql.run("UPDATE t SET v = v + 1 WHERE id > 20000");
        assertEquals("100000", one("SELECT sum(marked) FROM pglitedb.segments('t')"));
        sql.run("DELETE FROM t WHERE id % 2 = 0");
        assertEquals(
                "60000|100000",
                one("SELECT count(*), (SELECT sum(marked) FROM pglitedb.segments('t')" + ") - 10000 FROM t"));
        one("SELECT pglitedb.compact('t')");
        assertEquals("60000|60000", one("SELECT count(*), (SELECT sum(rows) FROM pglitedb.segments('t')) FROM t"));
    }

    /// So pg_dump leaves it out.
    @Test
    void ownSchemaIsAnExtension() throws SQLException {
        assertEquals(
                "0",
                one("SELECT count(*) FROM pg_proc p WHERE pronamespace = 'pglitedb'::regnamespace AND NOT EXISTS"
                        + " (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')"));
        sql.fails("2BP01", "DROP SCHEMA pglitedb CASCADE");
    }

    @Test
    void optionsOfTablesAreChecked() throws SQLException {
        sql.run("CREATE TABLE o (a int) WITH (tiering = off, cold_after = '1h')");
        sql.fails("22023", "ALTER TABLE o SET (cold_after = 'soon')");
        sql.fails("22023", "ALTER TABLE o SET (tiering = sometimes)");
        sql.run("ALTER TABLE o SET (tiering = auto, cold_after = '7d')");
        assertEquals("{tiering=auto,cold_after=7d}", one("SELECT reloptions FROM pg_class WHERE relname = 'o'"));
    }

    @Test
    void aDamagedFileIsTold() throws SQLException, IOException {
        numbers(1000);
        sql.run("CREATE TABLE u AS SELECT * FROM t");
        tier("t");
        tier("u");
        String file = one("SELECT file FROM pglitedb.segments('t')");
        stop();
        Files.delete(directory.resolve("segments").resolve(file));
        start();
        sql.fails("58030", "SELECT sum(v) FROM t");
        sql.fails("58030", "SELECT * FROM t WHERE id = 1");
        assertEquals("1000", one("SELECT count(*) FROM u"));
        sql.run("DROP TABLE t");
    }
}
