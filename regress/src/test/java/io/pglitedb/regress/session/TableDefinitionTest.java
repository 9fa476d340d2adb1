package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// LIKE with INCLUDING, ON COMMIT, storage options, exclusion constraints, indexes of every access method,
/// REINDEX and CLUSTER.
final class TableDefinitionTest extends SqlTest {
    @Test
    void likeTakesWhatIsAskedFor() throws SQLException {
        sql.run(
                "CREATE TABLE pattern (id int GENERATED ALWAYS AS IDENTITY (START 5), a text DEFAULT 'x' UNIQUE,"
                        + " b int CHECK (b > 0), c int GENERATED ALWAYS AS (b * 2) STORED, PRIMARY KEY (id))",
                "COMMENT ON COLUMN pattern.a IS 'about a'",
                "CREATE TABLE plain (LIKE pattern)",
                "CREATE TABLE whole (LIKE pattern INCLUDING ALL EXCLUDING COMMENTS)",
                "INSERT INTO whole (b) VALUES (3)",
                "INSERT INTO plain (id, b) VALUES (1, -3)");
        assertEquals(List.of("5|x|3|6"), sql.rows("SELECT * FROM whole"));
        assertEquals(List.of("1|null|-3|null"), sql.rows("SELECT * FROM plain"));
        sql.fails("23514", "INSERT INTO whole (b) VALUES (-3)");
        sql.fails("23505", "INSERT INTO whole (b) VALUES (4)");
        assertEquals(List.of("null"), sql.rows("SELECT col_description('whole'::regclass, 2)"));
        sql.fails("42701", "CREATE TABLE twice (LIKE pattern, LIKE plain)");
        sql.fails("42P16", "CREATE TABLE keys (x int PRIMARY KEY, LIKE pattern INCLUDING INDEXES)");
    }

    @Test
    void commitsEmptyAndDropTemporaryTables() throws SQLException {
        connection.setAutoCommit(false);
        try {
            sql.run(
                    "CREATE TEMP TABLE emptied (a int) ON COMMIT DELETE ROWS",
                    "CREATE TEMP TABLE dropped ON COMMIT DROP AS SELECT 1 AS a",
                    "INSERT INTO emptied VALUES (1)");
            assertEquals(List.of("1|1"), sql.rows("SELECT * FROM emptied, dropped"));
            connection.commit();
            assertEquals(List.of(), sql.rows("SELECT * FROM emptied"));
            sql.fails("42P01", "SELECT * FROM dropped");
            connection.rollback();
            sql.run("CREATE TEMP TABLE undone (a int) ON COMMIT DROP");
            connection.rollback();
            sql.run("CREATE TEMP TABLE undone (a int)");
            connection.commit();
            assertEquals(List.of(), sql.rows("SELECT * FROM undone"));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        sql.fails("42P16", "CREATE TABLE lasting (a int) ON COMMIT DROP");
    }

    @Test
    void storageOptionsAreChecked() throws SQLException {
        sql.fails("22023", "CREATE TABLE bad (a int) WITH (fillfactor = 2)");
        sql.fails("22023", "CREATE TABLE bad (a int) WITH (nonsense = 2)");
        sql.fails("22023", "CREATE TABLE bad (a int) WITH (autovacuum_enabled = 12)");
        sql.fails("22023", "CREATE TABLE bad (a int) WITH (fillfactor = 20, fillfactor = 30)");
        sql.run("CREATE TABLE good (a int) WITH (fillfactor = 70, toast.autovacuum_enabled = off)");
        sql.fails("42601", "ALTER TABLE good RESET (fillfactor = 3)");
        assertEquals(List.of("{fillfactor=70}"), sql.rows("SELECT reloptions FROM pg_class WHERE relname = 'good'"));
    }

    @Test
    void selectIntoTakesLiterals() throws SQLException {
        sql.run("SELECT a INTO chosen FROM generate_series(1, 10) a WHERE a < 3");
        assertEquals(List.of("1", "2"), sql.rows("SELECT a FROM chosen ORDER BY a"));
    }

    @Test
    void conflictingRowsAreExcluded() throws SQLException {
        sql.run(
                "CREATE TABLE bookings (room int4range, during tsrange, n int,"
                        + " EXCLUDE USING gist (room WITH &&, during WITH &&) WHERE (n > 0))",
                "INSERT INTO bookings VALUES ('[1,2)', '[2020-01-01,2020-01-03)', 1)",
                "INSERT INTO bookings VALUES ('[2,3)', '[2020-01-01,2020-01-03)', 1)",
                "INSERT INTO bookings VALUES ('[1,2)', '[2020-01-02,2020-01-04)', 0)",
                "INSERT INTO bookings VALUES (NULL, '[2020-01-02,2020-01-04)', 1)",
                "INSERT INTO bookings VALUES ('[1,5)', '[2020-01-02,2020-01-04)', 1) ON CONFLICT DO NOTHING");
        assertEquals(List.of("4"), sql.rows("SELECT count(*) FROM bookings"));
        sql.fails("23P01", "INSERT INTO bookings VALUES ('[1,5)', '[2020-01-02,2020-01-04)', 1)");
        sql.fails("23P01", "UPDATE bookings SET n = 1");
        sql.run("UPDATE bookings SET during = '[2020-01-03,2020-01-04)' WHERE n = 0", "UPDATE bookings SET n = 1");
        sql.run("CREATE TABLE circles (c circle)", "INSERT INTO circles VALUES ('<(0,0),1>'), ('<(1,0),1>')");
        sql.fails("23P01", "ALTER TABLE circles ADD EXCLUDE USING gist (c WITH &&)");
        sql.fails("42809", "ALTER TABLE bookings ADD EXCLUDE USING gist (during WITH <<)");
        sql.fails("0A000", "ALTER TABLE bookings ADD EXCLUDE USING brin (n WITH =)");
    }

    @Test
    void exclusionCanWait() throws SQLException {
        sql.run(
                "CREATE TABLE places (p int, EXCLUDE USING btree (p WITH =) DEFERRABLE INITIALLY DEFERRED)",
                "INSERT INTO places VALUES (1), (2)");
        connection.setAutoCommit(false);
        sql.run("UPDATE places SET p = 3 - p");
        connection.commit();
        sql.run("INSERT INTO places VALUES (1)");
        SQLException refused = null;
        try {
            connection.commit();
        } catch (SQLException error) {
            refused = error;
        }
        connection.setAutoCommit(true);
        assertTrue(refused != null && refused.getSQLState().equals("23P01"));
        assertEquals(List.of("1", "2"), sql.rows("SELECT p FROM places ORDER BY p"));
    }

    /// The second writer waits for the first, then is refused, or goes on when the first gives up.
    @Test
    void concurrentWritersOfOneConstraintTakeTurns() throws Exception {
        sql.run("CREATE TABLE turns (r int4range, EXCLUDE USING gist (r WITH &&))");
        for (boolean commit : new boolean[] {true, false}) {
            sql.run("DELETE FROM turns");
            try (Connection other = server.connect("preferQueryMode", "simple")) {
                connection.setAutoCommit(false);
                sql.run("INSERT INTO turns VALUES ('[1,5)')");
                CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
                    try {
                        new Sql(other).run("INSERT INTO turns VALUES ('[4,9)')");
                        return "inserted";
                    } catch (SQLException error) {
                        return error.getSQLState();
                    }
                });
                Thread.sleep(300);
                assertTrue(!second.isDone());
                if (commit) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
                assertEquals(commit ? "23P01" : "inserted", second.get(60, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void indexesOfEveryMethodAreMadeAndRebuilt() throws SQLException {
        sql.run(
                "CREATE TABLE many (id int PRIMARY KEY, p point, j jsonb, r int4range)",
                "INSERT INTO many SELECT i, point(i, i), jsonb_build_object('n', i), int4range(i, i + 2)"
                        + " FROM generate_series(1, 20) i",
                "CREATE INDEX ON many USING gist (p) WITH (fillfactor = 50)",
                "CREATE INDEX ON many USING gin (j jsonb_path_ops)",
                "CREATE INDEX ON many USING spgist (p)",
                "CREATE INDEX ON many USING brin (id) WITH (pages_per_range = 4)",
                "CREATE INDEX CONCURRENTLY ON many (r)",
                "INSERT INTO many VALUES (21, point(1, 1), '{\"n\": 3}', '[1,2)')",
                "REINDEX TABLE many",
                "REINDEX (VERBOSE) INDEX many_pkey",
                "REINDEX TABLE CONCURRENTLY many");
        assertEquals(List.of("3", "21"), sql.rows("SELECT id FROM many WHERE j @> '{\"n\": 3}' ORDER BY id"));
        assertEquals(List.of("2"), sql.rows("SELECT count(*) FROM many WHERE p <@ box '((0,0),(1.5,1.5))'"));
        sql.fails("0A000", "CREATE UNIQUE INDEX ON many USING gist (p)");
        sql.fails("0A000", "CREATE INDEX ON many USING spgist (p, r)");
        sql.fails("42704", "CREATE INDEX ON many USING gin (p)");
        sql.fails("42809", "REINDEX INDEX many");
        sql.fails("0A000", "REINDEX DATABASE elsewhere");
    }

    @Test
    void indexesOfConstantsGoWithTheirTable() throws SQLException {
        sql.run("CREATE TABLE constant (a int)", "CREATE INDEX constant_one ON constant ((1))", "DROP TABLE constant");
        assertEquals(List.of(), sql.rows("SELECT relname FROM pg_class WHERE relname = 'constant_one'"));
    }

    @Test
    void clusterSortsTheRows() throws SQLException {
        sql.run(
                "CREATE TABLE heaped (a int, gone int, b text)",
                "ALTER TABLE heaped DROP COLUMN gone",
                "CREATE INDEX heaped_order ON heaped (a DESC, b)",
                "INSERT INTO heaped VALUES (1, 'x'), (3, 'y'), (2, 'b'), (2, 'a')",
                "CLUSTER heaped USING heaped_order");
        assertEquals(List.of("3|y", "2|a", "2|b", "1|x"), sql.rows("SELECT * FROM heaped"));
        sql.run("INSERT INTO heaped VALUES (5, 'z')", "CLUSTER heaped");
        assertEquals(List.of("5|z"), sql.rows("SELECT * FROM heaped LIMIT 1"));
        sql.fails("42704", "CLUSTER heaped USING missing");
    }
}
