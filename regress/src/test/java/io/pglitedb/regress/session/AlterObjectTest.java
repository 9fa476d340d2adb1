package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What ALTER does alike to objects of many kinds, composite types, typed tables, CREATE SCHEMA with elements.
final class AlterObjectTest extends SqlTest {
    @Test
    void tablesMoveWithAllThatIsTheirs() throws SQLException {
        sql.run(
                "CREATE SCHEMA away",
                "CREATE TABLE moved (id serial PRIMARY KEY, a int CHECK (a > 0))",
                "CREATE VIEW on_moved AS SELECT a FROM moved",
                "INSERT INTO moved (a) VALUES (1)",
                "ALTER TABLE moved SET SCHEMA away",
                "INSERT INTO away.moved (a) VALUES (2)");
        assertEquals(List.of("1", "2"), sql.rows("SELECT a FROM on_moved ORDER BY a"));
        assertEquals(
                List.of("moved|r", "moved_id_seq|S", "moved_pkey|i"),
                sql.rows("SELECT relname, relkind FROM pg_class WHERE relnamespace = 'away'::regnamespace ORDER BY 1"));
        sql.fails("0A000", "ALTER SEQUENCE away.moved_id_seq SET SCHEMA public");
        sql.fails("42809", "ALTER TABLE away.moved_pkey SET SCHEMA public");
        sql.run("CREATE TABLE moved (a int)");
        sql.fails("42P07", "ALTER TABLE moved SET SCHEMA away");
        sql.fails("2BP01", "DROP SCHEMA away");
    }

    @Test
    void typesAndRoutinesMove() throws SQLException {
        sql.run(
                "CREATE SCHEMA far",
                "CREATE TYPE pair AS (a int, b int)",
                "CREATE DOMAIN small AS int CHECK (value < 10)",
                "CREATE FUNCTION inc(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1'",
                "ALTER TYPE pair SET SCHEMA far",
                "ALTER DOMAIN small SET SCHEMA far",
                "ALTER FUNCTION inc(int) SET SCHEMA far",
                "ALTER FUNCTION far.inc(int) RENAME TO next",
                "ALTER FUNCTION far.next(int) STRICT IMMUTABLE COST 5",
                "ALTER TYPE far.pair RENAME ATTRIBUTE b TO c");
        assertEquals(List.of("(1,2)|5|4"), sql.rows("SELECT (1, 2)::far.pair, 5::far.small, far.next(3)"));
        assertEquals(
                List.of("i|t|5"),
                sql.rows("SELECT provolatile, proisstrict, procost FROM pg_proc WHERE proname = 'next'"));
        sql.run("CREATE FUNCTION far.other(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
        sql.fails("42723", "ALTER FUNCTION far.other(int) RENAME TO next");
        sql.fails("42809", "ALTER AGGREGATE far.other(int) RENAME TO more");
    }

    @Test
    void attributesComeGoAndChange() throws SQLException {
        sql.run(
                "CREATE TYPE part AS (a int, b text)",
                "CREATE TABLE parts OF part (PRIMARY KEY (a))",
                "CREATE TABLE holders (p part)",
                "INSERT INTO parts VALUES (1, 'x')",
                "INSERT INTO holders VALUES ((1, 'x'))");
        sql.fails("2BP01", "ALTER TYPE part ADD ATTRIBUTE c int");
        sql.run("ALTER TYPE part ADD ATTRIBUTE c int CASCADE");
        assertEquals(List.of("1|x|null"), sql.rows("SELECT * FROM parts"));
        assertEquals(List.of("(1,x,)"), sql.rows("SELECT p FROM holders"));
        sql.fails("0A000", "ALTER TYPE part ALTER ATTRIBUTE a TYPE bigint CASCADE");
        sql.run(
                "DROP TABLE holders",
                "ALTER TYPE part ALTER ATTRIBUTE a TYPE bigint CASCADE",
                "ALTER TYPE part DROP ATTRIBUTE b CASCADE",
                "INSERT INTO parts VALUES (10000000000, 2)");
        assertEquals(List.of("1|null", "10000000000|2"), sql.rows("SELECT * FROM parts ORDER BY a"));
        sql.fails("42P16", "ALTER TYPE part ADD ATTRIBUTE d part[] CASCADE");
        sql.fails("42809", "ALTER TABLE parts DROP COLUMN c");
        sql.run("ALTER TABLE parts NOT OF", "ALTER TABLE parts ADD COLUMN d int");
        sql.fails("42804", "ALTER TABLE parts OF part");
        sql.run("ALTER TABLE parts DROP COLUMN d", "ALTER TABLE parts OF part");
        sql.fails("2BP01", "DROP TYPE part");
    }

    @Test
    void columnsAreRenamedInTheWholeFamily() throws SQLException {
        sql.run("CREATE TABLE top (a int)", "CREATE TABLE below (b int) INHERITS (top)");
        sql.fails("42P16", "ALTER TABLE ONLY top RENAME COLUMN a TO c");
        sql.fails("42P16", "ALTER TABLE below RENAME COLUMN a TO c");
        sql.run("ALTER TABLE top RENAME COLUMN a TO c", "INSERT INTO below (c, b) VALUES (1, 2)");
        assertEquals(List.of("1"), sql.rows("SELECT c FROM top"));
    }

    @Test
    void schemasAreMadeWithTheirElements() throws SQLException {
        sql.run("CREATE SCHEMA whole CREATE VIEW shown AS SELECT a FROM seen CREATE TABLE seen (a int)"
                + " CREATE INDEX ON seen (a) GRANT SELECT ON shown TO public");
        assertEquals(List.of(), sql.rows("SELECT * FROM whole.shown"));
        sql.fails("42P15", "CREATE SCHEMA another CREATE TABLE whole.more (a int)");
        assertEquals(List.of("\"$user\", public"), sql.rows("SHOW search_path"));
    }

    @Test
    void estimatorsOfOperatorsAreChanged() throws SQLException {
        sql.run(
                "CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq, restrict = eqsel)",
                "ALTER OPERATOR === (int, int) SET (restrict = none, join = eqjoinsel)");
        assertEquals(
                List.of("-|eqjoinsel"), sql.rows("SELECT oprrest, oprjoin FROM pg_operator WHERE oprname = '==='"));
        sql.fails("42601", "ALTER OPERATOR === (int, int) SET (hashes)");
        sql.fails("42601", "ALTER OPERATOR === (int, int) SET (other = eqsel)");
    }
}
