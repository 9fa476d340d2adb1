package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// PL/pgSQL. Answers are PostgreSQL 15's for the same statements.
@Timeout(120)
class PlpgsqlTest {
    @TempDir
    static Path directory;

    private static RunningServer server;
    private Connection connection;
    private Sql sql;

    @BeforeAll
    static void start() {
        server = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = server.connect();
        sql = new Sql(connection);
        sql.run("DROP TABLE IF EXISTS t", "CREATE TABLE t (a int PRIMARY KEY, b text)");
        sql.run("INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, 'z')");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /// A function of no arguments that returns text.
    private List<String> value(String body) throws SQLException {
        sql.run("CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $f$ " + body + " $f$");
        return sql.rows("SELECT f()");
    }

    private String fails(String statement) {
        SQLException error = assertThrows(SQLException.class, () -> sql.run(statement), statement);
        return error.getSQLState() + " "
                + error.getMessage().lines().findFirst().orElseThrow();
    }

    @Test
    void variablesAndControl() throws SQLException {
        assertEquals(List.of("0-2-4;10,9"), value("""
                        DECLARE s text := ''; i int := 0; n CONSTANT int NOT NULL DEFAULT 10;
                        BEGIN
                          <<outer>> LOOP
                            FOR j IN 0..9 LOOP
                              CONTINUE WHEN j % 2 = 1;
                              EXIT outer WHEN j > 4;
                              s := s || CASE WHEN s = '' THEN '' ELSE '-' END || j;
                            END LOOP;
                          END LOOP;
                          s := s || ';';
                          FOR j IN REVERSE n..n - 1 LOOP s := s || j || ','; END LOOP;
                          RETURN rtrim(s, ',');
                        END"""));
        assertEquals(
                List.of("two"),
                value("BEGIN CASE 1 + 1 WHEN 1 THEN RETURN 'one'; WHEN 2, 3 THEN RETURN 'two'; END CASE; END"));
        assertEquals("20000 ERROR: case not found", fails("DO 'BEGIN CASE 5 WHEN 1 THEN NULL; END CASE; END'"));
    }

    @Test
    void rowsAndParts() throws SQLException {
        assertEquals(List.of("(2,q) 7 {1,9,3} x"), value("""
                        DECLARE r t%ROWTYPE; other record; arr int[] := '{1,2,3}'; k t.a%TYPE;
                        BEGIN
                          SELECT * INTO STRICT r FROM t WHERE a = 2;
                          r.b := 'q';
                          arr[2] := 9;
                          SELECT a AS n, b INTO other FROM t WHERE t.a = 1;
                          k := other.n + 6;
                          RETURN r::text || ' ' || k || ' ' || arr::text || ' ' || other.b;
                        END"""));
        assertEquals(
                "P0002 ERROR: query returned no rows",
                fails("DO 'DECLARE x int; BEGIN SELECT a INTO STRICT x FROM t WHERE a = 9; END'"));
        assertEquals(
                "P0003 ERROR: query returned more than one row",
                fails("DO 'DECLARE x int; BEGIN SELECT a INTO STRICT x FROM t; END'"));
    }

    @Test
    void anExceptionBlockUndoesItsWork() throws SQLException {
        sql.run("""
                DO $$ DECLARE s text; d text; BEGIN
                  INSERT INTO t VALUES (4, 'kept');
                  BEGIN
                    INSERT INTO t VALUES (5, 'lost');
                    INSERT INTO t VALUES (1, 'twice');
                  EXCEPTION WHEN unique_violation THEN
                    GET STACKED DIAGNOSTICS s = RETURNED_SQLSTATE, d = CONSTRAINT_NAME;
                    INSERT INTO t VALUES (6, s || ' ' || d || ' ' || SQLERRM);
                  END;
                END $$""");
        assertEquals(
                List.of("4|kept", "6|23505 t_pkey duplicate key value violates unique constraint \"t_pkey\""),
                sql.rows("SELECT * FROM t WHERE a > 3 ORDER BY a"));
    }

    @Test
    void raisedErrorsSayWhatTheyAreTold() throws SQLException {
        SQLException error = assertThrows(
                SQLException.class,
                () -> sql.run(
                        "DO $$ BEGIN RAISE EXCEPTION 'no % of %%', 7 USING ERRCODE = 'ZZ001', HINT = 'h'; END $$"));
        assertEquals("ZZ001", error.getSQLState());
        assertEquals("""
                ERROR: no 7 of %
                  Hint: h
                  Where: PL/pgSQL function inline_code_block line 1 at RAISE""", error.getMessage().strip());
    }

    @Test
    void setsOutputsAndDynamicSql() throws SQLException {
        sql.run("""
                CREATE OR REPLACE FUNCTION rows_of(n int, OUT x int, OUT y text) RETURNS SETOF record LANGUAGE plpgsql AS $$
                BEGIN
                  RETURN QUERY EXECUTE 'SELECT a, b FROM t WHERE a <= $1 ORDER BY a' USING n;
                  x := 0; y := 'end';
                  RETURN NEXT;
                END $$""");
        assertEquals(List.of("1|x", "2|y", "0|end"), sql.rows("SELECT * FROM rows_of(2)"));
        sql.run(
                "CREATE OR REPLACE FUNCTION twice(a anyelement) RETURNS anyarray LANGUAGE plpgsql AS 'BEGIN RETURN ARRAY[a, a]; END'");
        assertEquals(List.of("{1,1}|{z,z}"), sql.rows("SELECT twice(1), twice('z'::text)"));
    }

    @Test
    void cursors() throws SQLException {
        assertEquals(List.of("3-2-1:2"), value("""
                        DECLARE c CURSOR (most int) FOR SELECT a FROM t WHERE a <= most ORDER BY a DESC; s text := ''; n int; m int;
                        BEGIN
                          FOR r IN c(3) LOOP s := s || r.a || '-'; END LOOP;
                          OPEN c(most := 2);
                          FETCH c INTO n;
                          FETCH c INTO m;
                          FETCH c INTO m;
                          IF FOUND THEN RETURN 'wrong'; END IF;
                          CLOSE c;
                          RETURN rtrim(s, '-') || ':' || n;
                        END"""));
    }

    @Test
    void proceduresMayCommit() throws SQLException {
        sql.run("""
                CREATE OR REPLACE PROCEDURE p(INOUT n int) LANGUAGE plpgsql AS $$
                BEGIN
                  FOR i IN 10..13 LOOP
                    INSERT INTO t VALUES (i, 'p');
                    IF i % 2 = 0 THEN COMMIT; ELSE ROLLBACK; END IF;
                  END LOOP;
                  n := n + 1;
                END $$""");
        assertEquals(List.of("6"), sql.rows("CALL p(5)"));
        assertEquals(List.of("10", "12"), sql.rows("SELECT a FROM t WHERE a >= 10 ORDER BY a"));
        sql.run("DELETE FROM t WHERE a >= 10");
        connection.setAutoCommit(false);
        assertEquals("2D000 ERROR: invalid transaction termination", fails("CALL p(5)"));
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Test
    void constraintsAreCheckedAtTheEndOfEachStatementInside() throws SQLException {
        sql.run("DROP TABLE IF EXISTS child", "CREATE TABLE child (a int REFERENCES t)");
        assertEquals(
                List.of("caught"),
                value(
                        "BEGIN INSERT INTO child VALUES (99); RETURN 'late'; EXCEPTION WHEN foreign_key_violation THEN RETURN 'caught'; END"));
        sql.run("DROP TABLE child");
    }

    @Test
    void namesThatMeanTwoThings() {
        assertEquals(
                "42702 ERROR: column reference \"a\" is ambiguous",
                fails("DO 'DECLARE a int; BEGIN a := (SELECT a FROM t LIMIT 1); END'"));
    }

    @Test
    void syntaxIsCheckedWhenTheFunctionIsMade() {
        assertEquals(
                "42601 ERROR: missing \"THEN\" at end of SQL expression at or near \";\"",
                fails("CREATE FUNCTION bad() RETURNS void LANGUAGE plpgsql AS 'BEGIN IF true; END IF; END'"));
        assertEquals(
                "42601 ERROR: \"nope\" is not a known variable",
                fails("CREATE FUNCTION bad() RETURNS void LANGUAGE plpgsql AS 'BEGIN nope := 1; END'"));
    }

    @Test
    void returnIsCheckedWhenTheRoutineIsMade() throws SQLException {
        String outputs = "CREATE FUNCTION g(i int, OUT j int) LANGUAGE plpgsql AS $$ BEGIN RETURN %s; END $$";
        assertEquals(
                "42804 ERROR: RETURN cannot have a parameter in function with OUT parameters",
                fails(outputs.formatted("1")));
        String plain = "CREATE FUNCTION g() RETURNS %s LANGUAGE plpgsql AS $$ BEGIN RETURN %s; END $$";
        assertEquals(
                "42804 ERROR: RETURN cannot have a parameter in function returning void",
                fails(plain.formatted("void", "1")));
        assertEquals("42601 ERROR: missing expression at or near \";\"", fails(plain.formatted("int", "")));
        assertEquals(
                "42804 ERROR: cannot use RETURN NEXT in a non-SETOF function", fails(plain.formatted("int", "NEXT 1")));
        sql.run(outputs.formatted(""));
    }

    @Test
    void executeTakesTheFirstOfSeveralRows() throws SQLException {
        String body =
                "DECLARE r text; BEGIN EXECUTE 'INSERT INTO t VALUES (7, ''p''), (8, ''q'') RETURNING b' INTO %s r;"
                        + " RETURN r; END";
        assertEquals(List.of("p"), value(body.formatted("")));
        sql.run("DELETE FROM t WHERE a > 6");
        value("BEGIN RETURN 1; END");
        sql.run("CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $f$ " + body.formatted("STRICT")
                + " $f$");
        assertEquals("P0003 ERROR: query returned more than one row", fails("SELECT f()"));
    }

    @Test
    void rangesTellCompatibleOutputs() throws SQLException {
        sql.run("CREATE OR REPLACE FUNCTION ends(r anycompatiblerange, OUT j anycompatible, OUT k anycompatiblearray)"
                + " LANGUAGE plpgsql AS $$ BEGIN j := lower(r); k := ARRAY[lower(r), upper(r)]; END $$");
        assertEquals(List.of("42|{42,49}"), sql.rows("SELECT * FROM ends(int4range(42, 49))"));
    }
}
