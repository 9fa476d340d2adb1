package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// What rules make of statements. Expectations are PostgreSQL 15's.
class RuleTest extends SqlTest {
    @BeforeEach
    void make() throws SQLException {
        sql.run(
                "DROP SCHEMA IF EXISTS r CASCADE",
                "CREATE SCHEMA r",
                "SET search_path = r",
                "CREATE TABLE t (a int, b text DEFAULT 'none')",
                "CREATE TABLE log (what text, a int, b text)");
    }

    private int changed(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            return one.executeUpdate(statement);
        }
    }

    private List<String> log() throws SQLException {
        return sql.rows("SELECT * FROM log ORDER BY what, a, b");
    }

    @Test
    void actionsSeeOldAndNewRows() throws SQLException {
        sql.run(
                "CREATE RULE i AS ON INSERT TO t DO ALSO INSERT INTO log VALUES ('i', new.a, new.b)",
                "CREATE RULE u AS ON UPDATE TO t WHERE new.a <> old.a DO INSERT INTO log VALUES ('u', old.a, new.a::text)",
                "CREATE RULE d AS ON DELETE TO t DO (INSERT INTO log SELECT 'd', old.a, old.b; DELETE FROM log WHERE a = old.a AND what = 'i')");
        assertEquals(3, changed("INSERT INTO t VALUES (1), (2), (3)"));
        assertEquals(List.of("i|1|none", "i|2|none", "i|3|none"), log());
        assertEquals(2, changed("UPDATE t SET a = a * 10 WHERE a > 1"));
        assertEquals(List.of("i|1|none", "i|2|none", "i|3|none", "u|2|20", "u|3|30"), log());
        assertEquals(1, changed("DELETE FROM t WHERE a = 1"));
        assertEquals(List.of("d|1|none", "i|2|none", "i|3|none", "u|2|20", "u|3|30"), log());
    }

    @Test
    void anActionWithoutRowsRunsOnce() throws SQLException {
        sql.run("INSERT INTO t VALUES (1), (2)", "CREATE RULE d AS ON DELETE TO t DO INSERT INTO log VALUES ('once')");
        assertEquals(2, changed("DELETE FROM t"));
        assertEquals(List.of("once|null|null"), log());
    }

    @Test
    void insteadRulesTakeTheStatementsPlace() throws SQLException {
        sql.run(
                "CREATE VIEW v AS SELECT a, upper(b) AS b, count(*) OVER () AS n FROM t",
                "CREATE RULE i AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.a, lower(new.b)) RETURNING a, b, 0::bigint",
                "CREATE RULE u AS ON UPDATE TO v DO INSTEAD UPDATE t SET b = new.b WHERE a = old.a",
                "CREATE RULE d AS ON DELETE TO v DO INSTEAD NOTHING");
        assertEquals(List.of("7|x|0"), sql.rows("INSERT INTO v VALUES (7, 'X') RETURNING *"));
        assertEquals(1, changed("UPDATE v SET b = 'y' WHERE a = 7"));
        assertEquals(0, changed("DELETE FROM v"));
        assertEquals(List.of("7|Y|1"), sql.rows("SELECT * FROM v"));
        sql.fails("0A000", "UPDATE v SET b = 'z' RETURNING a");
        assertEquals(List.of("28"), sql.rows("SELECT pg_relation_is_updatable('v'::regclass, false)"));
    }

    @Test
    void conditionsLeaveTheOtherRowsToTheStatement() throws SQLException {
        sql.run("CREATE RULE i AS ON INSERT TO t WHERE new.a < 0 DO INSTEAD INSERT INTO log VALUES ('neg', new.a)");
        assertEquals(2, changed("INSERT INTO t VALUES (1), (-1), (2)"));
        assertEquals(List.of("neg|-1|null"), log());
        assertEquals(List.of("1", "2"), sql.rows("SELECT a FROM t ORDER BY a"));
    }

    @Test
    void rulesOfTheTableBelowAViewFire() throws SQLException {
        sql.run(
                "CREATE VIEW v AS SELECT a, b FROM t WHERE a > 0 WITH CHECK OPTION",
                "CREATE RULE i AS ON INSERT TO t DO ALSO INSERT INTO log VALUES ('below', new.a, new.b)");
        assertEquals(1, changed("INSERT INTO v VALUES (1)"));
        assertEquals(List.of("below|1|none"), log());
        sql.fails("44000", "INSERT INTO v VALUES (-1)");
    }

    @Test
    void recursionIsFound() throws SQLException {
        sql.run("CREATE RULE i AS ON INSERT TO t DO ALSO INSERT INTO t VALUES (new.a + 1)");
        sql.fails("42P17", "INSERT INTO t VALUES (1)");
        sql.run("ALTER TABLE t DISABLE RULE i", "INSERT INTO t VALUES (1)");
        sql.run("ALTER RULE i ON t RENAME TO j", "DROP RULE j ON t");
        sql.fails("42704", "DROP RULE i ON t");
    }

    @Test
    void copyFollowsNoRules() throws SQLException, IOException {
        sql.run("CREATE RULE i AS ON INSERT TO t DO INSTEAD NOTHING", "INSERT INTO t VALUES (1)");
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY t FROM STDIN", new StringReader("2\tx\n"));
        assertEquals(List.of("2|x"), sql.rows("SELECT * FROM t"));
    }

    @Test
    void rightsAreThoseOfTheOwner() throws SQLException {
        sql.run(
                "DROP ROLE IF EXISTS rule_user",
                "CREATE ROLE rule_user",
                "CREATE RULE i AS ON INSERT TO t DO ALSO INSERT INTO log VALUES ('of owner', new.a)",
                "GRANT USAGE ON SCHEMA r TO rule_user",
                "GRANT INSERT ON t TO rule_user",
                "SET ROLE rule_user",
                "INSERT INTO t VALUES (5)");
        sql.fails("42501", "INSERT INTO log VALUES ('mine')");
        sql.run("RESET ROLE");
        assertEquals(List.of("of owner|5|null"), log());
        sql.run("REVOKE ALL ON SCHEMA r FROM rule_user", "REVOKE ALL ON t FROM rule_user", "DROP ROLE rule_user");
    }

    @Test
    void anEmptyTableBecomesAView() throws SQLException {
        sql.run(
                "CREATE TABLE w (a int, b text)",
                "CREATE RULE \"_RETURN\" AS ON SELECT TO w DO INSTEAD SELECT * FROM t");
        sql.run("INSERT INTO t VALUES (3)");
        assertEquals(List.of("3|none"), sql.rows("SELECT * FROM w"));
        assertEquals(List.of("v"), sql.rows("SELECT relkind FROM pg_class WHERE oid = 'w'::regclass"));
        sql.fails("0A000", "CREATE RULE x AS ON SELECT TO t DO INSTEAD NOTHING");
    }
}
