package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tables that inherit from others.
final class InheritanceTest extends SqlTest {
    @Test
    void rowsOfChildrenAreRowsOfTheParent() throws SQLException {
        sql.run(
                "CREATE TABLE city (name text, people int)",
                "CREATE TABLE capital (country text, people int) INHERITS (city)",
                "INSERT INTO city VALUES ('Bergen', 290)",
                "INSERT INTO capital VALUES ('Oslo', 710, 'NO')");
        assertEquals(
                List.of("city|Bergen|290", "capital|Oslo|710"),
                sql.rows("SELECT tableoid::regclass, * FROM city ORDER BY people"));
        assertEquals(List.of("(Bergen,290)", "(Oslo,710)"), sql.rows("SELECT city FROM city ORDER BY people"));
        assertEquals(List.of("Bergen|290"), sql.rows("SELECT * FROM ONLY city"));
        assertEquals(
                List.of("capital|Oslo|711"),
                sql.rows("UPDATE city SET people = people + 1 WHERE name = 'Oslo' RETURNING tableoid::regclass, *"));
        assertEquals(List.of("Oslo|711|NO"), sql.rows("SELECT * FROM capital"));
        sql.run("DELETE FROM city");
        assertEquals(List.of(), sql.rows("SELECT * FROM capital"));
    }

    @Test
    void columnsThatLieElsewhereAreFoundByName() throws SQLException {
        sql.run(
                "CREATE TABLE turned (a int, b text)",
                "CREATE TABLE round (b text, extra int, a int)",
                "ALTER TABLE round INHERIT turned",
                "INSERT INTO round VALUES ('x', 0, 1)");
        assertEquals(
                List.of("1|y"),
                sql.rows("UPDATE turned SET b = 'y' FROM (VALUES (1)) v (k) WHERE a = v.k RETURNING a, b"));
        assertEquals(List.of("y|0|1"), sql.rows("SELECT * FROM round"));
        sql.run("ALTER TABLE round NO INHERIT turned");
        assertEquals(List.of(), sql.rows("SELECT * FROM turned"));
    }

    @Test
    void definitionsGoDownAndBack() throws SQLException {
        sql.run("CREATE TABLE top (a int CHECK (a > 0))", "CREATE TABLE below () INHERITS (top)");
        sql.fails("23514", "INSERT INTO below VALUES (0)");
        sql.fails("42P16", "ALTER TABLE below DROP COLUMN a");
        sql.fails("42P16", "ALTER TABLE below DROP CONSTRAINT top_a_check");
        sql.fails("42P16", "ALTER TABLE ONLY top ADD COLUMN b int");
        sql.run("ALTER TABLE top ADD COLUMN b int DEFAULT 7 NOT NULL", "INSERT INTO below VALUES (1)");
        assertEquals(List.of("1|7"), sql.rows("SELECT * FROM top"));
        sql.run("ALTER TABLE top DROP CONSTRAINT top_a_check", "ALTER TABLE top ALTER a TYPE bigint");
        sql.run("INSERT INTO below VALUES (-5000000000)");
        assertEquals(List.of("-5000000000|7", "1|7"), sql.rows("SELECT * FROM top ORDER BY a"));
        sql.run("ALTER TABLE ONLY top DROP COLUMN b");
        assertEquals(List.of("1"), sql.rows("SELECT b - 6 FROM below WHERE a = 1"));
        sql.fails("2BP01", "DROP TABLE top");
        sql.run("DROP TABLE top CASCADE");
        sql.fails("42P01", "SELECT * FROM below");
    }
}
