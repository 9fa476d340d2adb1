package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

/// Aggregates, operators, casts, range types and collations of users, and how objects describe themselves.
/// Answers and errors are PostgreSQL 15's.
final class DefinitionsTest {
    private static RunningServer server;
    private static Connection connection;
    private static Statement statement;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        server = new RunningServer(directory);
        connection = server.connect("preferQueryMode", "simple");
        statement = connection.createStatement();
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

    private static String value(String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void fails(String state, String message, String sql) throws SQLException {
        run("SAVEPOINT s");
        PSQLException error = assertThrows(PSQLException.class, () -> run(sql));
        assertEquals(message, error.getServerErrorMessage().getMessage());
        assertEquals(state, error.getSQLState());
        run("ROLLBACK TO s");
    }

    @Test
    void aggregatesAreMadeOfFunctions() throws SQLException {
        run("CREATE AGGREGATE product(int) (sfunc = int4mul, stype = int, initcond = '1')");
        assertEquals("120", value("SELECT product(x) FROM generate_series(1, 5) x"));
        run("CREATE AGGREGATE newavg(basetype = int4, sfunc = int4_avg_accum, stype = _int8, finalfunc = int8_avg,"
                + " initcond1 = '{0,0}')");
        assertEquals("5.5000000000000000", value("SELECT newavg(x) FROM generate_series(1, 10) x"));
        run("CREATE AGGREGATE part(float8 ORDER BY anyelement) (stype = internal, sfunc = ordered_set_transition,"
                + " finalfunc = percentile_disc_final, finalfunc_extra = true)");
        assertEquals("4", value("SELECT part(0.5) WITHIN GROUP (ORDER BY x) FROM generate_series(1, 7) x"));
        assertEquals(
                "double precision ORDER BY anyelement", value("SELECT pg_get_function_arguments('part'::regproc)"));
        fails("42P13", "aggregate stype must be specified", "CREATE AGGREGATE bad(int) (sfunc = int4pl)");
        fails(
                "42883",
                "function int4pl(integer, text) does not exist",
                "CREATE AGGREGATE bad(text) (sfunc = int4pl, stype = int)");
        fails(
                "22P02",
                "invalid input syntax for type integer: \"x\"",
                "CREATE AGGREGATE bad(int) (sfunc = int4pl, stype = int, initcond = 'x')");
    }

    @Test
    void operatorsKnowTheirRelatives() throws SQLException {
        run("CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq, commutator = ===,"
                + " negator = !==, restrict = eqsel, join = eqjoinsel, hashes, merges)");
        run("CREATE OPERATOR !== (leftarg = int, rightarg = int, function = int4ne, negator = ===)");
        assertEquals("t", value("SELECT 1 === 1 AND 1 !== 2"));
        assertEquals(
                "!==(integer,integer)", value("SELECT oprnegate::regoperator FROM pg_operator WHERE oprname = '==='"));
        fails(
                "42723",
                "operator === already exists",
                "CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq)");
        fails(
                "42P13",
                "operator right argument type must be specified",
                "CREATE OPERATOR #@# (leftarg = int8, function = numeric_fac)");
    }

    @Test
    void castsConvert() throws SQLException {
        run("CREATE TYPE mood AS ENUM ('sad', 'happy')");
        run("CREATE FUNCTION rank_of(mood) RETURNS int LANGUAGE sql IMMUTABLE"
                + " AS $$ SELECT CASE $1::text WHEN 'sad' THEN 1 ELSE 2 END $$");
        run("CREATE CAST (mood AS int) WITH FUNCTION rank_of(mood) AS IMPLICIT");
        assertEquals("3", value("SELECT 'happy'::mood + 1"));
        fails("42710", "cast from type mood to type integer already exists", "CREATE CAST (mood AS int) WITH INOUT");
        fails(
                "42P17",
                "source and target data types are not physically compatible",
                "CREATE CAST (int AS text) WITHOUT FUNCTION");
    }

    @Test
    void rangesComeWithMultiranges() throws SQLException {
        run("CREATE TYPE frange AS RANGE (subtype = float8, subtype_diff = float8mi)");
        assertEquals("{[1,2),[3,4)}", value("SELECT fmultirange(frange(1, 2), frange(3, 4))"));
        assertEquals("t", value("SELECT '[1,2)'::frange @> 1.5::float8"));
        fails("42601", "type attribute \"subtype\" is required", "CREATE TYPE r2 AS RANGE (subtype_diff = float8mi)");
    }

    @Test
    void collationsOrderByCodePoints() throws SQLException {
        run("CREATE COLLATION plain (provider = libc, locale = 'C')");
        run("CREATE COLLATION copy FROM plain");
        assertEquals("f", value("SELECT 'a' < 'B' COLLATE copy"));
        run("DROP COLLATION plain");
        fails("42704", "collation \"plain\" for encoding \"UTF8\" does not exist", "DROP COLLATION plain");
    }

    @Test
    void functionsPrintAsStatements() throws SQLException {
        run("CREATE FUNCTION add2(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql IMMUTABLE STRICT"
                + " AS 'select a + b'");
        assertEquals("""
                CREATE OR REPLACE FUNCTION public.add2(a integer, b integer DEFAULT 2)
                 RETURNS integer
                 LANGUAGE sql
                 IMMUTABLE STRICT
                AS $function$select a + b$function$
                """, value("SELECT pg_get_functiondef('add2'::regproc)"));
        run("CREATE FUNCTION twice(a int) RETURNS int RETURN a * 2");
        assertEquals("RETURN (a * 2)", value("SELECT pg_get_function_sqlbody('twice'::regproc)"));
        run("CREATE FUNCTION found(a int) RETURNS oid BEGIN ATOMIC SELECT oid FROM pg_class WHERE oid = a; END");
        assertEquals("""
                BEGIN ATOMIC
                 SELECT pg_class.oid
                    FROM pg_class
                   WHERE (pg_class.oid = (found.a)::oid);
                END""", value("SELECT pg_get_function_sqlbody('found'::regproc)"));
    }

    @Test
    void objectsAreDescribedByTheirAddress() throws SQLException {
        assertEquals(
                "column relname of table pg_class",
                value("SELECT pg_describe_object('pg_class'::regclass, 'pg_class'::regclass, 2)"));
        assertEquals(
                "(table,pg_catalog,pg_class,pg_catalog.pg_class)",
                value("SELECT pg_identify_object('pg_class'::regclass, 'pg_class'::regclass, 0)"));
        assertEquals("p", value("SELECT relname[0] FROM pg_class WHERE relname = 'pg_proc'"));
        run("CREATE TABLE t (id serial)");
        assertEquals("public.t_id_seq", value("SELECT pg_get_serial_sequence('T', 'id')"));
    }
}
