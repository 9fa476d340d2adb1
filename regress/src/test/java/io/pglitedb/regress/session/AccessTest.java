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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a role may do. Refusals are PostgreSQL 15's for the same statements. Each test is rolled back.
@Timeout(120)
class AccessTest {
    @TempDir
    static Path directory;

    private static RunningServer server;
    private Connection connection;
    private Statement statement;

    @BeforeAll
    static void start() {
        server = new RunningServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = server.connect();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        run(
                "CREATE ROLE ann",
                "CREATE ROLE bob",
                "CREATE TABLE t (a int PRIMARY KEY, b int, c text)",
                "INSERT INTO t VALUES (1, 2, 'x')",
                "CREATE VIEW v AS SELECT a, b FROM t",
                "CREATE VIEW vi WITH (security_invoker = true) AS SELECT a FROM t",
                "CREATE MATERIALIZED VIEW mv AS SELECT a FROM t",
                "CREATE SEQUENCE s",
                "CREATE SCHEMA priv",
                "CREATE TABLE priv.p (x int)",
                "CREATE TABLE mine (a int)",
                "ALTER TABLE mine OWNER TO ann",
                "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT $1'",
                "REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC",
                "CREATE PROCEDURE pr() LANGUAGE sql AS ''",
                "REVOKE EXECUTE ON PROCEDURE pr() FROM PUBLIC",
                "CREATE TYPE mood AS ENUM ('ok')",
                "REVOKE USAGE ON TYPE mood FROM PUBLIC",
                "GRANT CREATE ON SCHEMA public TO ann");
    }

    @AfterEach
    void end() throws SQLException {
        connection.close();
    }

    private void run(String... commands) throws SQLException {
        for (String command : commands) {
            statement.execute(command);
        }
    }

    private String ask(String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private void assertDenied(String message, String command) throws SQLException {
        run("SAVEPOINT s");
        SQLException refusal = assertThrows(SQLException.class, () -> run(command), command);
        String text = refusal.getMessage().lines().findFirst().orElseThrow();
        assertEquals("42501 ERROR: " + message, refusal.getSQLState() + " " + text, command);
        run("ROLLBACK TO s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "table t; SELECT * FROM t",
                "table t; SELECT count(*) FROM t",
                "table t; SELECT 1 WHERE EXISTS (SELECT FROM t)",
                "table t; WITH w AS (SELECT a FROM t) SELECT 1 FROM w",
                "table t; EXPLAIN SELECT a FROM t",
                "table t; INSERT INTO t VALUES (2, 3, 'y')",
                "table t; INSERT INTO mine SELECT a FROM t",
                "table t; UPDATE t SET b = 1",
                "table t; UPDATE mine SET a = t.a FROM t",
                "table t; DELETE FROM t",
                "table t; DELETE FROM mine USING t WHERE mine.a = t.a",
                "table t; TRUNCATE t",
                "table t; LOCK TABLE t",
                "table t; COPY t TO STDOUT",
                "table t; ALTER TABLE mine ADD FOREIGN KEY (a) REFERENCES t",
                "view v; SELECT * FROM v",
                "view vi; SELECT * FROM vi",
                "materialized view mv; SELECT * FROM mv",
                "schema priv; SELECT * FROM priv.p",
                "schema priv; CREATE TABLE priv.q ()",
                "sequence s; SELECT nextval('s')",
                "sequence s; SELECT setval('s', 4)",
                "function f; SELECT f(1)",
                "function f; SELECT a FROM mine WHERE f(a) = 1",
                "procedure pr; CALL pr()",
                "type mood; CREATE TABLE x (m mood[])",
                "database postgres; CREATE SCHEMA sx",
                "table pg_authid; SELECT * FROM pg_authid",
                "view pg_shadow; SELECT * FROM pg_shadow",
                "table pg_class; DELETE FROM pg_class",
                "language c; CREATE FUNCTION g() RETURNS int LANGUAGE c AS 'x', 'y'"
            })
    void whatWasNotGrantedIsDenied(String object, String command) throws SQLException {
        run("SET ROLE ann");
        assertDenied("permission denied for " + object, command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "table t; DROP TABLE t",
                "table t; ALTER TABLE t ADD COLUMN z int",
                "table t; ALTER TABLE t OWNER TO ann",
                "table t; CREATE INDEX ON t (a)",
                "table t; COMMENT ON TABLE t IS 'x'",
                "relation t; COMMENT ON COLUMN t.a IS 'x'",
                "table t; ALTER TABLE t RENAME TO u",
                "table t; ALTER TABLE t RENAME COLUMN a TO z",
                "view v; DROP VIEW v",
                "view v; CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 2 AS b",
                "materialized view mv; REFRESH MATERIALIZED VIEW mv",
                "sequence s; DROP SEQUENCE s",
                "sequence s; ALTER SEQUENCE s INCREMENT 2",
                "schema priv; DROP SCHEMA priv",
                "function f; DROP FUNCTION f(int)",
                "function f; CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "type mood; DROP TYPE mood",
                "type mood; ALTER TYPE mood ADD VALUE 'bad'",
                "database postgres; ALTER DATABASE postgres CONNECTION LIMIT 3"
            })
    void whatIsSomebodyElsesMayNotBeChanged(String object, String command) throws SQLException {
        run("SET ROLE ann");
        assertDenied("must be owner of " + object, command);
    }

    @Test
    void columnsMayBeGrantedOneByOne() throws SQLException {
        run("GRANT SELECT (a), INSERT (a, c), UPDATE (b) ON t TO ann", "SET ROLE ann");
        String[] allowed = {
            "SELECT a FROM t",
            "SELECT 1 FROM t",
            "SELECT x.a FROM t x JOIN t y USING (a)",
            "UPDATE t SET b = 3",
            "UPDATE t SET b = a WHERE a = 1",
            "INSERT INTO t (a, c) VALUES (7, 'z') RETURNING a",
            "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET b = 9",
            "INSERT INTO t VALUES (9)", // into the first column
            "SELECT a FROM t FOR UPDATE"
        };
        run(allowed);
        String[] denied = {
            "SELECT b FROM t",
            "SELECT * FROM t",
            "SELECT t FROM t",
            "SELECT ctid FROM t",
            "SELECT x.a FROM t x NATURAL JOIN t y",
            "UPDATE t SET b = b + 1",
            "UPDATE t SET c = 'q'",
            "UPDATE t SET b = 1 WHERE c = 'x'",
            "INSERT INTO t (a, b) VALUES (8, 1)",
            "INSERT INTO t (a) VALUES (11) RETURNING b",
            "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET b = excluded.b",
            "DELETE FROM t WHERE a = 1",
            "COPY t TO STDOUT"
        };
        for (String command : denied) {
            assertDenied("permission denied for table t", command);
        }
    }

    @Test
    void viewsReadWithTheRightsOfTheirOwners() throws SQLException {
        run("GRANT SELECT ON v, vi TO ann", "SET ROLE ann", "SELECT * FROM v");
        assertDenied("permission denied for table t", "SELECT * FROM vi");
        run("RESET ROLE", "ALTER VIEW v OWNER TO bob", "SET ROLE ann");
        assertDenied("permission denied for table t", "SELECT * FROM v");
        run("RESET ROLE", "GRANT SELECT ON t TO bob", "SET ROLE ann", "SELECT * FROM v");
    }

    @Test
    void rightsComeByMembershipUnlessItInheritsNot() throws SQLException {
        run("GRANT SELECT ON t TO bob", "GRANT bob TO ann", "SET ROLE ann", "SELECT * FROM t", "RESET ROLE");
        run("ALTER ROLE ann NOINHERIT", "SET ROLE ann");
        assertDenied("permission denied for table t", "SELECT * FROM t");
        run("SET ROLE bob", "SELECT * FROM t");
    }

    @Test
    void predefinedRolesReadAndWriteAll() throws SQLException {
        run("GRANT pg_read_all_data TO ann", "SET ROLE ann", "SELECT * FROM priv.p");
        assertDenied("permission denied for table p", "INSERT INTO priv.p VALUES (1)");
        run("RESET ROLE", "GRANT pg_write_all_data TO ann", "SET ROLE ann", "INSERT INTO priv.p VALUES (1)");
    }

    /// A cached plan is checked again.
    @Test
    void revokedRightsAreGoneAtOnce() throws SQLException {
        run("GRANT SELECT ON t TO ann", "PREPARE q AS SELECT a FROM t", "SET ROLE ann", "EXECUTE q", "EXECUTE q");
        run("RESET ROLE", "REVOKE SELECT ON t FROM ann", "EXECUTE q", "SET ROLE ann");
        assertDenied("permission denied for table t", "EXECUTE q");
        run("RESET ROLE", "ALTER ROLE ann SUPERUSER", "SET ROLE ann", "EXECUTE q");
    }

    @Test
    void functionsMayRunAsTheirOwners() throws SQLException {
        run(
                "CREATE FUNCTION mine() RETURNS text LANGUAGE sql AS 'SELECT current_user || count(*) FROM t'",
                "CREATE FUNCTION owners() RETURNS text LANGUAGE sql SECURITY DEFINER"
                        + " AS 'SELECT current_user::text || count(*) FROM t'",
                "SET ROLE ann");
        assertEquals("postgres1", ask("SELECT owners()"));
        assertEquals("ann", ask("SELECT current_user"));
        assertDenied("permission denied for table t", "SELECT mine()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM pg_class",
                "SELECT rolname FROM pg_roles",
                "SELECT * FROM information_schema.tables",
                "SELECT oid, subname FROM pg_subscription",
                "SELECT set_config('work_mem', '8MB', true)"
            })
    void everybodyMayAskTheCatalog(String command) throws SQLException {
        run("SET ROLE ann", command);
    }

    @Test
    void rolesAreNotForEverybodyToMake() throws SQLException {
        run("SET ROLE ann");
        assertDenied("permission denied to create role", "CREATE ROLE x");
        assertDenied("must be superuser to create superusers", "CREATE ROLE x SUPERUSER");
        assertDenied("permission denied", "ALTER ROLE bob CREATEROLE");
        assertDenied("permission denied to drop role", "DROP ROLE bob");
        run("ALTER ROLE ann PASSWORD 'new'");
    }

    /// Nobody reads past policies while they are not enforced.
    @Test
    void whoWritesAllDataWritesNoCatalogs() throws SQLException {
        run("GRANT pg_write_all_data TO ann", "SET ROLE ann", "DELETE FROM t");
        assertDenied("permission denied for table pg_class", "DELETE FROM pg_class");
        assertDenied("permission denied for table pg_class", "UPDATE pg_class SET relname = 'x'");
    }

    @Test
    void aPolicyMayAskOtherTables() throws SQLException {
        run("CREATE POLICY p ON t USING (a = (SELECT x FROM priv.p WHERE x = b))");
        assertEquals(
                "(a = ( SELECT p.x\n   FROM priv.p\n  WHERE (p.x = t.b)))",
                ask("SELECT pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname = 'p'"));
    }

    @Test
    void rowSecurityIsNotPassedBy() throws SQLException {
        run(
                "GRANT SELECT ON t TO ann",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY p ON t FOR SELECT TO ann USING (a > 1)",
                "ALTER POLICY p ON t USING (a > 2)",
                "SELECT * FROM t");
        assertEquals("(a > 2)", ask("SELECT qual FROM pg_policies WHERE policyname = 'p'"));
        run("SET ROLE ann");
        assertEquals("0", ask("SELECT count(*) FROM t"));
        run("RESET ROLE", "DROP POLICY p ON t", "ALTER ROLE ann BYPASSRLS", "SET ROLE ann");
        assertEquals("1", ask("SELECT count(*) FROM t"));
    }
}
