package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

/// Functions and procedures in SQL, end to end. Answers and errors are PostgreSQL 15's.
final class RoutineTest {
    private static RunningServer server;
    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
        run("CREATE TABLE t (a int PRIMARY KEY, b text)");
        run("INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three')");
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        run("BEGIN");
    }

    @AfterEach
    void rollback() throws SQLException {
        run("ROLLBACK");
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

    private static void fails(String state, String message, String sql) {
        PSQLException error = assertThrows(PSQLException.class, () -> run(sql));
        assertEquals(state, error.getSQLState(), error.getMessage());
        assertEquals(message, error.getServerErrorMessage().getMessage());
    }

    @Test
    void scalarsTakeParametersByNumberAndName() throws SQLException {
        run("CREATE FUNCTION add(int, int) RETURNS int LANGUAGE sql AS 'SELECT $1 + $2'");
        run("CREATE FUNCTION sub(x int, y int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT x - sub.y'");
        assertEquals(List.of("11|0", "12|1", "13|2"), rows("SELECT add(a, 10), sub(a) FROM t ORDER BY a"));
        assertEquals(List.of("-4"), rows("SELECT sub(y => 5, x => 1)"));
    }

    @Test
    void rowsComeOfOutputsTablesAndComposites() throws SQLException {
        run("CREATE FUNCTION f(x int, OUT y int, OUT z text) LANGUAGE sql AS 'SELECT x * 2, ''v'' || x'");
        assertEquals(List.of("(8,v4)|8"), rows("SELECT f(4), (f(4)).y"));
        assertEquals(List.of("10|v5"), rows("SELECT * FROM f(5)"));
        run("CREATE FUNCTION g(n int) RETURNS SETOF t STABLE LANGUAGE sql"
                + " AS 'SELECT * FROM t WHERE a <= n ORDER BY a DESC'");
        assertEquals(List.of("2|two", "1|one"), rows("SELECT * FROM g(2)"));
        run("CREATE FUNCTION h() RETURNS TABLE (n bigint, s text) LANGUAGE sql AS 'SELECT a, b FROM t'");
        assertEquals(List.of("3|three"), rows("SELECT * FROM h() WHERE n > 2"));
        run("CREATE FUNCTION r() RETURNS record LANGUAGE sql AS 'SELECT 1, ''a''::text'");
        assertEquals(List.of("1|a"), rows("SELECT * FROM r() AS (x int, y text)"));
    }

    @Test
    void polymorphicVariadicStrictAndRecursive() throws SQLException {
        run("CREATE FUNCTION twice(anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[$1, $1]'");
        assertEquals(List.of("{1,1}|{x,x}"), rows("SELECT twice(1), twice('x'::text)"));
        run("CREATE FUNCTION total(VARIADIC int[]) RETURNS bigint LANGUAGE sql AS 'SELECT sum(x) FROM unnest($1) x'");
        assertEquals(List.of("6"), rows("SELECT total(1, 2, 3)"));
        run("CREATE FUNCTION s(int) RETURNS int STRICT LANGUAGE sql AS 'SELECT coalesce($1, 7)'");
        assertEquals(List.of("null"), rows("SELECT s(NULL)"));
        run("CREATE FUNCTION fact(n int) RETURNS int LANGUAGE sql"
                + " AS 'SELECT CASE WHEN n <= 1 THEN 1 ELSE n * fact(n - 1) END'");
        assertEquals(List.of("120"), rows("SELECT fact(5)"));
    }

    @Test
    void bodiesInSqlItselfFollowWhatTheyReferTo() throws SQLException {
        run("CREATE FUNCTION plus(a int, b int) RETURNS int RETURN a + b");
        assertEquals(List.of("7"), rows("SELECT plus(3, 4)"));
        run("CREATE FUNCTION all_a() RETURNS SETOF int BEGIN ATOMIC SELECT a FROM t ORDER BY a; END");
        run("ALTER TABLE t RENAME TO renamed");
        assertEquals(List.of("1", "2", "3"), rows("SELECT * FROM all_a()"));
    }

    @Test
    void volatileBodiesWriteAndSeeWhatTheyWrote() throws SQLException {
        run("CREATE FUNCTION ins(int) RETURNS bigint LANGUAGE sql"
                + " AS 'INSERT INTO t VALUES ($1, ''new''); SELECT count(*) FROM t'");
        assertEquals(List.of("4|5|3"), rows("SELECT ins(4), ins(5), (SELECT count(*) FROM t)"));
        run("CREATE FUNCTION upd(int) RETURNS text LANGUAGE sql"
                + " AS 'UPDATE t SET b = b || ''!'' WHERE a = $1 RETURNING b'");
        assertEquals(List.of("one!"), rows("SELECT upd(1)"));
    }

    @Test
    void proceduresAreCalled() throws SQLException {
        run("CREATE PROCEDURE p(x int, INOUT y int) LANGUAGE sql AS 'INSERT INTO t VALUES (x); SELECT x + y'");
        assertEquals(List.of("15"), rows("CALL p(10, 5)"));
        assertEquals(List.of("1"), rows("SELECT count(*) FROM t WHERE a = 10"));
        fails("42809", "p(integer, integer) is a procedure", "SELECT p(1, 2)");
    }

    @Test
    void dropped() throws SQLException {
        run("CREATE FUNCTION d(int) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4um'");
        assertEquals(List.of("-3"), rows("SELECT d(3)"));
        run("DROP FUNCTION d(int)");
        run("DROP FUNCTION IF EXISTS d(int)");
        fails("42883", "function d(integer) does not exist", "DROP FUNCTION d(int)");
    }

    @Test
    void ownersChange() throws SQLException {
        run("CREATE ROLE keeper");
        run("CREATE FUNCTION o(int) RETURNS int LANGUAGE sql AS 'SELECT $1'");
        run("ALTER FUNCTION o(int) OWNER TO keeper");
        assertEquals(List.of("keeper"), rows("SELECT proowner::regrole FROM pg_proc WHERE proname = 'o'"));
        fails("42704", "role \"nobody\" does not exist", "ALTER FUNCTION o(int) OWNER TO nobody");
    }

    @Test
    void wrongBodies() throws SQLException {
        run("SAVEPOINT before");
        String mismatch = "return type mismatch in function declared to return integer";
        fails("42P13", mismatch, "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT ''x''::text'");
        run("ROLLBACK TO before");
        fails(
                "42703",
                "column \"nope\" does not exist",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT nope'");
        run("ROLLBACK TO before");
        fails(
                "42P13",
                "cannot determine result data type",
                "CREATE FUNCTION f() RETURNS anyelement LANGUAGE sql AS 'SELECT 1'");
        run("ROLLBACK TO before");
        run("CREATE FUNCTION f(int) RETURNS int STABLE LANGUAGE sql AS 'INSERT INTO t VALUES ($1) RETURNING a'");
        fails("0A000", "INSERT is not allowed in a non-volatile function", "SELECT f(9)");
    }

    @Test
    void rowsOfATableThatLostAColumnKeepTheirOrder() throws SQLException {
        run("CREATE TABLE altered (a int, gone bool, b text)");
        run("INSERT INTO altered VALUES (1, true, 'x')");
        run("ALTER TABLE altered DROP COLUMN gone");
        run("CREATE FUNCTION one() RETURNS altered AS 'SELECT * FROM altered' LANGUAGE sql STABLE");
        run("CREATE FUNCTION all_rows() RETURNS SETOF altered AS 'SELECT * FROM altered' LANGUAGE sql STABLE");
        assertEquals(List.of("1|x"), rows("SELECT * FROM one()"));
        assertEquals(List.of("x|1"), rows("SELECT b, ordinality FROM all_rows() WITH ORDINALITY"));
    }
}
