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

/// GRANT, REVOKE and their kin: what they leave in the catalog. Each test is rolled back.
@Timeout(120)
class GrantTest {
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
        run("CREATE ROLE ann", "CREATE ROLE bob", "CREATE ROLE cid", "CREATE TABLE t (a int, b int)");
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
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                all.append(all.isEmpty() ? "" : "\n").append(rows.getString(1));
            }
            return all.toString();
        }
    }

    private String acl() throws SQLException {
        return ask("SELECT relacl FROM pg_class WHERE relname = 't'");
    }

    private void assertFails(String state, String message, String command) throws SQLException {
        run("SAVEPOINT s");
        SQLException refusal = assertThrows(SQLException.class, () -> run(command));
        assertEquals(state + " ERROR: " + message, refusal.getSQLState() + " " + refusal.getMessage());
        run("ROLLBACK TO s");
    }

    @Test
    void grantsAndRevokes() throws SQLException {
        run(
                "GRANT SELECT, INSERT ON t TO ann",
                "GRANT ALL ON t TO bob WITH GRANT OPTION",
                "GRANT UPDATE ON t TO PUBLIC");
        assertEquals("{postgres=arwdDxt/postgres,ann=ar/postgres,bob=a*r*w*d*D*x*t*/postgres,=w/postgres}", acl());
        run("REVOKE INSERT ON t FROM ann", "REVOKE GRANT OPTION FOR ALL ON t FROM bob", "REVOKE ALL ON t FROM PUBLIC");
        assertEquals("{postgres=arwdDxt/postgres,ann=r/postgres,bob=arwdDxt/postgres}", acl());
        assertEquals("2", ask("SELECT count(*) FROM pg_shdepend WHERE objid = 't'::regclass AND deptype = 'a'"));
    }

    @Test
    void columnsHaveListsOfTheirOwn() throws SQLException {
        run("GRANT SELECT (a), UPDATE (a, b) ON t TO ann");
        assertEquals(
                "{ann=rw/postgres}\n{ann=w/postgres}",
                ask("SELECT attacl FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY attnum"));
        run("REVOKE ALL ON t FROM ann");
        assertEquals(
                "0", ask("SELECT count(*) FROM pg_attribute WHERE attacl IS NOT NULL AND attrelid = 't'::regclass"));
    }

    @Test
    void whatWasGrantedOnGoesWithTheGrantor() throws SQLException {
        run("GRANT SELECT ON t TO ann WITH GRANT OPTION", "SET ROLE ann", "GRANT SELECT ON t TO bob", "RESET ROLE");
        assertEquals("{postgres=arwdDxt/postgres,ann=r*/postgres,bob=r/ann}", acl());
        assertFails(
                "2BP01",
                "dependent privileges exist\n  Hint: Use CASCADE to revoke them too.",
                "REVOKE SELECT ON t FROM ann");
        run("REVOKE SELECT ON t FROM ann CASCADE");
        assertEquals("{postgres=arwdDxt/postgres}", acl());
    }

    @Test
    void membersGrantInTheNameOfTheirRole() throws SQLException {
        run(
                "GRANT ann TO bob",
                "GRANT SELECT ON t TO ann WITH GRANT OPTION",
                "SET ROLE bob",
                "GRANT SELECT ON t TO cid");
        assertEquals("{postgres=arwdDxt/postgres,ann=r*/postgres,cid=r/ann}", acl());
        run("RESET ROLE", "SET ROLE cid");
        run("GRANT SELECT ON t TO bob"); // a warning: no privileges were granted for "t"
        assertEquals("{postgres=arwdDxt/postgres,ann=r*/postgres,cid=r/ann}", acl());
    }

    @Test
    void otherObjectsHaveRightsToo() throws SQLException {
        run(
                "CREATE SCHEMA s",
                "CREATE SEQUENCE s.q",
                "CREATE TYPE s.mood AS ENUM ('ok')",
                "CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "GRANT CREATE ON SCHEMA s TO ann",
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA s TO ann",
                "REVOKE ALL ON TYPE s.mood FROM PUBLIC",
                "REVOKE ALL ON FUNCTION s.f() FROM PUBLIC",
                "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA s TO bob",
                "GRANT TEMP ON DATABASE postgres TO bob");
        assertEquals(
                "{postgres=UC/postgres,ann=C/postgres}", ask("SELECT nspacl FROM pg_namespace WHERE nspname = 's'"));
        assertEquals("{postgres=rwU/postgres,ann=U/postgres}", ask("SELECT relacl FROM pg_class WHERE relname = 'q'"));
        assertEquals("{postgres=U/postgres}", ask("SELECT typacl FROM pg_type WHERE typname = 'mood'"));
        assertEquals("{postgres=X/postgres,bob=X/postgres}", ask("SELECT proacl FROM pg_proc WHERE proname = 'f'"));
        assertEquals(
                "{=Tc/postgres,postgres=CTc/postgres,bob=T/postgres}",
                ask("SELECT datacl FROM pg_database WHERE datname = 'postgres'"));
    }

    @Test
    void whatCannotBeGrantedIsNamed() throws SQLException {
        assertFails("0LP01", "invalid privilege type USAGE for table", "GRANT USAGE ON t TO ann");
        assertFails("0LP01", "invalid privilege type DELETE for column", "GRANT DELETE (a) ON t TO ann");
        assertFails("0LP01", "invalid privilege type SELECT for schema", "GRANT SELECT ON SCHEMA public TO ann");
        assertFails("42601", "unrecognized privilege type \"foo\"", "GRANT foo ON t TO ann");
        assertFails("0A000", "grantor must be current user", "GRANT SELECT ON t TO ann GRANTED BY bob");
        assertFails(
                "0LP01", "grant options can only be granted to roles", "GRANT SELECT ON t TO PUBLIC WITH GRANT OPTION");
        run("SET ROLE ann");
        assertFails("42501", "permission denied for table t", "GRANT SELECT ON t TO bob");
    }

    @Test
    void objectsToComeStartWithDefaultPrivileges() throws SQLException {
        run(
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO ann",
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
                "CREATE TABLE u ()",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        assertEquals(
                "{postgres=arwdDxt/postgres,ann=r/postgres}", ask("SELECT relacl FROM pg_class WHERE relname = 'u'"));
        assertEquals("{postgres=X/postgres}", ask("SELECT proacl FROM pg_proc WHERE proname = 'f'"));
        run(
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM ann",
                "ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC");
        assertEquals("0", ask("SELECT count(*) FROM pg_default_acl"));
    }

    @Test
    void rolesMayBelongToRoles() throws SQLException {
        run("GRANT ann TO bob WITH ADMIN OPTION", "SET ROLE bob", "GRANT ann TO cid", "RESET ROLE");
        assertFails("0LP01", "role \"bob\" is a member of role \"ann\"", "GRANT bob TO ann");
        run("SET ROLE cid");
        assertFails("42501", "must have admin option on role \"ann\"", "GRANT ann TO bob");
        run("RESET ROLE", "REVOKE ann FROM cid");
        assertEquals("f", ask("SELECT pg_has_role('cid', 'ann', 'member')"));
    }

    @Test
    void ownedObjectsAreGivenAwayOrDropped() throws SQLException {
        run(
                "ALTER TABLE t OWNER TO ann",
                "GRANT SELECT ON t TO bob",
                "REASSIGN OWNED BY ann TO cid",
                "CREATE TABLE u ()",
                "GRANT SELECT ON u TO cid");
        assertEquals("{cid=arwdDxt/cid,bob=r/cid}", acl());
        assertFails(
                "2BP01",
                "role \"cid\" cannot be dropped because some objects depend on it\n"
                        + "  Detail: owner of table t\nprivileges for table u",
                "DROP ROLE cid");
        run("DROP OWNED BY cid", "DROP ROLE cid");
        assertEquals("0", ask("SELECT count(*) FROM pg_class WHERE relname = 't'"));
        assertEquals("{postgres=arwdDxt/postgres}", ask("SELECT relacl FROM pg_class WHERE relname = 'u'"));
    }
}
