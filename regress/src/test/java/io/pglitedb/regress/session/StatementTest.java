package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/// COPY, cursors, prepared statements, EXPLAIN and the texts of catalog objects, end to end.
final class StatementTest {
    private static RunningServer server;
    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
        run("CREATE TABLE t (a int PRIMARY KEY, b text, c numeric(8,2) DEFAULT 1.5)");
        run("CREATE VIEW v AS SELECT a, upper(b) AS u FROM t WHERE a > 1 AND b IS NOT NULL ORDER BY a DESC");
        run("CREATE INDEX t_lower ON t (lower(b), c DESC) WHERE a > 5");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @BeforeEach
    void refill() throws SQLException {
        run("DELETE FROM t");
        run("INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, NULL)");
    }

    private static void run(String sql) throws SQLException {
        statement.execute(sql);
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    private static String copyOut(String sql) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static long copyIn(String sql, String data) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(sql, new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)));
    }

    private static void copyFails(String message, String where, String sql, String data) {
        PSQLException error = assertThrows(PSQLException.class, () -> copyIn(sql, data));
        assertEquals(message, error.getServerErrorMessage().getMessage());
        assertEquals(where, error.getServerErrorMessage().getWhere());
    }

    @Test
    void copyOutInEachTextFormat() throws SQLException, IOException {
        run("UPDATE t SET b = E'a\\tb\\\\c\\n\"d' WHERE a = 2");
        assertEquals("1\tone\t1.50\n2\ta\\tb\\\\c\\n\"d\t1.50\n3\t\\N\t1.50\n", copyOut("COPY t TO STDOUT"));
        assertEquals(
                "a,b\n1,\"one\"\n2,\"a\tb\\c\n\"\"d\"\n3,\n",
                copyOut("COPY t (a, b) TO STDOUT (FORMAT csv, HEADER, FORCE_QUOTE (b))"));
        assertEquals("one;x\n", copyOut("COPY (SELECT b, 'x' FROM t WHERE a = 1) TO STDOUT (DELIMITER ';')"));
    }

    @Test
    void copyInBringsBackWhatCopyOutGave() throws SQLException, IOException {
        run("UPDATE t SET b = E'a\\tb\\\\.\\r\\n\"d' WHERE a = 2");
        for (String options : List.of("", " (FORMAT csv, NULL 'nil')", " (FORMAT csv, QUOTE '~', DELIMITER '|')")) {
            String data = copyOut("COPY t TO STDOUT" + options);
            List<String> before = rows("SELECT * FROM t ORDER BY a");
            run("DELETE FROM t");
            assertEquals(3, copyIn("COPY t FROM STDIN" + options, data));
            assertEquals(before, rows("SELECT * FROM t ORDER BY a"));
        }
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        PGConnection pg = connection.unwrap(PGConnection.class);
        pg.getCopyAPI().copyOut("COPY t TO STDOUT (FORMAT binary)", binary);
        List<String> before = rows("SELECT * FROM t ORDER BY a");
        run("DELETE FROM t");
        pg.getCopyAPI().copyIn("COPY t FROM STDIN (FORMAT binary)", new ByteArrayInputStream(binary.toByteArray()));
        assertEquals(before, rows("SELECT * FROM t ORDER BY a"));
    }

    @Test
    void copyInTakesDefaultsAndConditions() throws SQLException, IOException {
        assertEquals(2, copyIn("COPY t (a, b) FROM STDIN WHERE a <> 11", "10\tx\n11\ty\n12\t\\N\n\\.\nrubbish"));
        assertEquals(List.of("10|x|1.50", "12|null|1.50"), rows("SELECT * FROM t WHERE a >= 10 ORDER BY a"));
    }

    @Test
    void copyErrorsSayWhere() throws SQLException {
        copyFails(
                "invalid input syntax for type integer: \"x\"",
                "COPY t, line 2, column a: \"x\"",
                "COPY t FROM STDIN",
                "10\ta\t1\nx\ta\t1\n");
        copyFails("missing data for column \"c\"", "COPY t, line 1: \"10\ta\"", "COPY t FROM STDIN", "10\ta\n");
        copyFails(
                "extra data after last expected column",
                "COPY t, line 1: \"10\ta\t1\t2\"",
                "COPY t FROM STDIN",
                "10\ta\t1\t2\n");
        copyFails(
                "duplicate key value violates unique constraint \"t_pkey\"",
                "COPY t, line 2",
                "COPY t FROM STDIN (FORMAT csv)",
                "10,a,1\n10,a,1\n",
                true);
        copyFails(
                "unterminated CSV quoted field",
                "COPY t, line 2",
                "COPY t FROM STDIN (FORMAT csv)",
                "10,\"a,1\n",
                true);
        assertEquals(List.of("3"), rows("SELECT count(*) FROM t"));
    }

    private static void copyFails(String message, String where, String sql, String data, boolean prefix) {
        PSQLException error = assertThrows(PSQLException.class, () -> copyIn(sql, data));
        assertEquals(message, error.getServerErrorMessage().getMessage());
        assertEquals(prefix, error.getServerErrorMessage().getWhere().startsWith(where));
    }

    @Test
    void cursorsMoveAsTheyWereDeclared() throws SQLException {
        run("BEGIN");
        run("DECLARE c SCROLL CURSOR FOR SELECT a FROM t ORDER BY a");
        assertEquals(List.of("1", "2"), rows("FETCH 2 FROM c"));
        assertEquals(List.of("1"), rows("FETCH PRIOR FROM c"));
        assertEquals(List.of("3"), rows("FETCH LAST FROM c"));
        assertEquals(List.of(), rows("FETCH NEXT FROM c"));
        assertEquals(List.of("3", "2", "1"), rows("FETCH BACKWARD ALL FROM c"));
        assertEquals(List.of("2"), rows("FETCH ABSOLUTE 2 FROM c"));
        assertEquals(List.of("2"), rows("FETCH RELATIVE 0 FROM c"));
        run("DELETE FROM t");
        assertEquals(List.of("3"), rows("FETCH c"));
        run("DECLARE n NO SCROLL CURSOR FOR SELECT 1");
        assertEquals(
                "55000",
                assertThrows(SQLException.class, () -> rows("FETCH PRIOR FROM n"))
                        .getSQLState());
        run("ROLLBACK");
        run("DECLARE h CURSOR WITH HOLD FOR SELECT a FROM t ORDER BY a");
        run("DELETE FROM t WHERE a = 2");
        assertEquals(List.of("1", "2", "3"), rows("FETCH ALL FROM h"));
        run("CLOSE h");
        assertEquals(
                "34000", assertThrows(SQLException.class, () -> run("FETCH h")).getSQLState());
    }

    @Test
    void suspendedPortalsGoOn() throws SQLException {
        try (Connection extended = server.connect()) {
            extended.setAutoCommit(false);
            try (PreparedStatement query = extended.prepareStatement("SELECT a FROM t WHERE a >= ? ORDER BY a")) {
                query.setFetchSize(1);
                query.setInt(1, 1);
                try (ResultSet result = query.executeQuery()) {
                    int sum = 0;
                    while (result.next()) {
                        sum += result.getInt(1);
                    }
                    assertEquals(6, sum);
                }
            }
            extended.commit();
        }
    }

    @Test
    void preparedStatementsNoticeChangedTables() throws SQLException {
        run("CREATE TABLE changing (a int)");
        run("PREPARE all_of_it AS SELECT * FROM changing");
        run("PREPARE one_of_it(int) AS SELECT a FROM changing WHERE a = $1");
        run("INSERT INTO changing VALUES (7)");
        assertEquals(List.of("7"), rows("EXECUTE all_of_it"));
        run("ALTER TABLE changing ADD COLUMN b int");
        SQLException error = assertThrows(SQLException.class, () -> rows("EXECUTE all_of_it"));
        assertTrue(error.getMessage().contains("cached plan must not change result type"), error.getMessage());
        assertEquals(List.of("7"), rows("EXECUTE one_of_it(3 + 4)"));
        run("DEALLOCATE ALL");
        run("DROP TABLE changing");
    }

    /// The server keeps what it has worked out of a text that is parsed again.
    @Test
    void textsParsedAgainNoticeChangesAndTypes() throws SQLException {
        run("CREATE TABLE again (a int)");
        run("INSERT INTO again VALUES (7)");
        try (Connection extended = server.connect("prepareThreshold", "0")) {
            assertEquals("7|int4", described(extended, "SELECT * FROM again", "a"));
            run("ALTER TABLE again ALTER a TYPE text USING a || 'x'");
            assertEquals("7x|text", described(extended, "SELECT * FROM again", "a"));
            assertEquals("42|int4", described(extended, "SELECT ? AS a", "a", 42));
            assertEquals("x|varchar", described(extended, "SELECT ? AS a", "a", "x"));
            assertEquals("43|int4", described(extended, "SELECT ? AS a", "a", 43));
            run("DROP TABLE again");
            assertEquals(
                    "42P01",
                    assertThrows(SQLException.class, () -> described(extended, "SELECT * FROM again", "a"))
                            .getSQLState());
        }
    }

    private static String described(Connection extended, String sql, String column, Object... parameters)
            throws SQLException {
        try (PreparedStatement query = extended.prepareStatement(sql)) {
            for (int number = 0; number < parameters.length; number++) {
                query.setObject(number + 1, parameters[number]);
            }
            try (ResultSet result = query.executeQuery()) {
                assertTrue(result.next());
                return result.getString(column) + "|" + result.getMetaData().getColumnTypeName(1);
            }
        }
    }

    @Test
    void explainCountsBlocks() throws SQLException {
        run("CREATE TABLE many AS SELECT i AS a, 'row ' || i AS b FROM generate_series(1, 60000) i");
        String sum = "SELECT sum(a) FROM many WHERE b <> 'row'";
        for (String engine : List.of("row", "vector")) {
            run("SET pglitedb.engine = " + engine);
            assertTrue(
                    rows("EXPLAIN (ANALYZE, BUFFERS) " + sum).stream()
                            .anyMatch(line -> line.strip().matches("Buffers: shared( hit=\\d+)?( read=\\d+)?")),
                    engine);
        }
        run("RESET pglitedb.engine");
        assertTrue(rows("EXPLAIN (ANALYZE) " + sum).stream().noneMatch(line -> line.contains("Buffers")));
        run("DROP TABLE many");
    }

    @Test
    void queriesMakeTables() throws SQLException {
        run("CREATE TABLE made(x) AS SELECT a FROM t WHERE a < 3");
        run("SELECT a * 2 AS d INTO doubled FROM t");
        assertEquals(List.of("1", "2"), rows("SELECT x FROM made ORDER BY 1"));
        assertEquals(List.of("2", "4", "6"), rows("SELECT d FROM doubled ORDER BY 1"));
        run("DROP TABLE made");
        run("DROP TABLE doubled");
    }

    @Test
    void sequencesSurviveRollbacks() throws SQLException {
        run("CREATE SEQUENCE s MAXVALUE 4");
        assertEquals(List.of("1"), rows("SELECT nextval('s')"));
        run("BEGIN");
        assertEquals(List.of("2"), rows("SELECT nextval('s')"));
        run("ROLLBACK");
        assertEquals(List.of("3|3"), rows("SELECT nextval('s'), lastval()"));
        rows("SELECT setval('s', 4)");
        SQLException error = assertThrows(SQLException.class, () -> rows("SELECT nextval('s')"));
        assertTrue(error.getMessage().contains("nextval: reached maximum value of sequence \"s\" (4)"));
        run("DROP SEQUENCE s");
    }

    @Test
    void explainSpeaksLikePostgres() throws SQLException {
        assertEquals(
                List.of("Index Scan using t_pkey on t", "  Index Cond: (a = 1)"),
                rows("EXPLAIN (COSTS OFF) SELECT * FROM t WHERE a = 1"));
        assertEquals(
                List.of(
                        "Sort (actual rows=1 loops=1)",
                        "  Sort Key: (count(*)) DESC",
                        "  Sort Method: quicksort  Memory: 1kB",
                        "  ->  HashAggregate (actual rows=1 loops=1)",
                        "        Group Key: length(b)",
                        "        Filter: (count(*) > 1)",
                        "        Rows Removed by Filter: 1",
                        "        ->  Seq Scan on t (actual rows=3 loops=1)"),
                rows(
                                "EXPLAIN (COSTS OFF, ANALYZE, TIMING OFF, SUMMARY OFF)"
                                        + " SELECT length(b), count(*) FROM t GROUP BY length(b) HAVING count(*) > 1 ORDER BY 2 DESC")
                        .stream()
                        .map(line -> line.replace("(length(b))", "length(b)"))
                        .toList());
        String json = rows("EXPLAIN (COSTS OFF, FORMAT JSON) SELECT * FROM t WHERE b = 'x'")
                .getFirst();
        assertTrue(json.contains("\"Filter\": \"(b = 'x'::text)\""), json);
    }

    @Test
    void catalogObjectsPrintAsTheyWereMade() throws SQLException {
        assertEquals(
                """
                SELECT t.a,
                   upper(t.b) AS u
                  FROM t
                 WHERE ((t.a > 1) AND (t.b IS NOT NULL))
                 ORDER BY t.a DESC;""".indent(1).stripTrailing(),
                rows("SELECT pg_get_viewdef('v'::regclass)").getFirst());
        assertEquals(
                "CREATE INDEX t_lower ON public.t USING btree (lower(b), c DESC) WHERE (a > 5)",
                rows("SELECT pg_get_indexdef('t_lower'::regclass)").getFirst());
        assertEquals(
                "PRIMARY KEY (a)",
                rows("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 't_pkey'")
                        .getFirst());
    }

    @Test
    void constantsGroup() throws SQLException {
        assertEquals(List.of("k|3"), rows("SELECT 'k' AS k, count(*) FROM t GROUP BY 1"));
        assertEquals(
                List.of("k|7|3", "k|null|3", "null|null|3"),
                rows("SELECT 'k' AS k, 7 AS n, count(*) FROM t GROUP BY ROLLUP (1, 2) ORDER BY 1, 2"));
        assertEquals(
                List.of("x|null|3", "null|1|1", "null|2|1", "null|3|1"),
                rows("SELECT s.x, s.a, count(*) FROM (SELECT 'x' AS x, a FROM t) s"
                        + " GROUP BY GROUPING SETS (x, a) ORDER BY 1, 2"));
    }
}
