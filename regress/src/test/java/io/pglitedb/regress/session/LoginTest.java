package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LoginTest {
    @TempDir
    Path directory;

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningServer(directory, Map.of("max_connections", "6"));
        admin("CREATE ROLE anna LOGIN PASSWORD 'secret'");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void admin(String... statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement commands = connection.createStatement()) {
            for (String statement : statements) {
                commands.execute(statement);
            }
        }
    }

    private void rules(String... lines) throws IOException {
        Files.writeString(
                directory.resolve("pg_hba.conf"), "host all postgres all trust\n" + String.join("\n", lines) + "\n");
    }

    private void assertEnters(String user, String password) throws SQLException {
        try (Connection connection = connect(user, password);
                ResultSet row = connection.createStatement().executeQuery("SELECT current_user")) {
            assertTrue(row.next());
            assertEquals(user, row.getString(1));
        }
    }

    private Connection connect(String user, String password) throws SQLException {
        return server.connect("user", user, "password", password);
    }

    private void assertRefused(String state, String message, String user, String password) {
        assertRefused(state, message, "postgres", user, password);
    }

    private void assertRefused(String state, String message, String database, String user, String password) {
        SQLException refusal =
                assertThrows(SQLException.class, () -> server.connectTo(database, "user", user, "password", password));
        assertEquals(state + " FATAL: " + message, refusal.getSQLState() + " " + refusal.getMessage());
    }

    private void assertWrongPassword(String user, String password) {
        assertRefused("28P01", "password authentication failed for user \"" + user + "\"", user, password);
    }

    @Test
    void theFirstStartTrustsEverybodyHere() throws Exception {
        assertEnters("anna", "whatever");
        assertRefused("28000", "role \"bertha\" does not exist", "bertha", "");
    }

    @Test
    void passwordsAreChecked() throws Exception {
        for (String method : new String[] {"scram-sha-256", "md5", "password"}) {
            rules("host all all all " + method);
            assertEnters("anna", "secret");
            assertWrongPassword("anna", "Secret");
            assertWrongPassword("bertha", "secret");
        }
    }

    @Test
    void storedHashesOfTheOldKindGoByTheOldChallenge() throws Exception {
        admin("SET password_encryption = md5", "CREATE ROLE otto LOGIN PASSWORD 'secret'");
        rules("host all all all md5");
        assertEnters("otto", "secret");
        assertWrongPassword("otto", "wrong");
        rules("host all all all scram-sha-256");
        assertWrongPassword("otto", "secret");
        rules("host all all all password");
        assertEnters("otto", "secret");
    }

    @Test
    void aGivenVerifierIsStoredAsItIs() throws Exception {
        String verifier = "SCRAM-SHA-256$4096:wP73exjFXCUKwFkmPc49yQ==$mdiofMn3Y/Bd/ahFC/OBoRNZcTohZ1xfrxe9S9GsDSg="
                + ":lvy9S6CEJn20d0K1MeesIXbU8d/6+PbM9DkP5kq45vA=";
        admin("ALTER ROLE anna PASSWORD '" + verifier + "'");
        rules("host all all all scram-sha-256");
        assertEnters("anna", "pencil");
    }

    @Test
    void aPasswordThatIsNoLongerValidIsNone() throws Exception {
        rules("host all all all scram-sha-256");
        admin("ALTER ROLE anna VALID UNTIL 'yesterday'");
        assertWrongPassword("anna", "secret");
        admin("ALTER ROLE anna VALID UNTIL 'infinity'");
        assertEnters("anna", "secret");
        admin("ALTER ROLE anna PASSWORD NULL");
        assertWrongPassword("anna", "secret");
    }

    @Test
    void rulesRefuseWhomTheyDoNotName() throws Exception {
        rules("host template1 anna all reject", "host postgres +crew all trust");
        String who = "for host \"127.0.0.1\", user \"anna\", database ";
        assertRefused(
                "28000",
                "pg_hba.conf rejects connection " + who + "\"template1\", no encryption",
                "template1",
                "anna",
                "");
        assertRefused("28000", "no pg_hba.conf entry " + who + "\"postgres\", no encryption", "anna", "");
        admin("CREATE ROLE crew ROLE anna");
        assertEnters("anna", "");
    }

    @Test
    void rolesAndDatabasesMayBeClosed() throws Exception {
        admin("ALTER ROLE anna NOLOGIN");
        assertRefused("28000", "role \"anna\" is not permitted to log in", "anna", "");
        admin("ALTER ROLE anna LOGIN", "CREATE DATABASE shut ALLOW_CONNECTIONS false");
        assertRefused("3D000", "database \"nowhere\" does not exist", "nowhere", "anna", "");
        assertRefused("55000", "database \"shut\" is not currently accepting connections", "shut", "anna", "");
    }

    @Test
    void connectionsAreLimited() throws Exception {
        admin("ALTER ROLE anna CONNECTION LIMIT 1");
        try (Connection one = connect("anna", "")) {
            assertRefused("53300", "too many connections for role \"anna\"", "anna", "");
            assertTrue(one.isValid(1));
        }
        admin("ALTER ROLE anna CONNECTION LIMIT -1", "CREATE DATABASE narrow CONNECTION LIMIT 0");
        assertRefused("53300", "too many connections for database \"narrow\"", "narrow", "anna", "");
    }

    /// Three of six are superusers' alone.
    @Test
    void someConnectionsAreKeptForSuperusers() throws Exception {
        Connection[] held = new Connection[3];
        for (int i = 0; i < held.length; i++) {
            held[i] = connect("postgres", "");
        }
        assertRefused(
                "53300",
                "remaining connection slots are reserved for non-replication superuser connections",
                "anna",
                "");
        assertEnters("postgres", "");
        for (Connection connection : held) {
            connection.close();
        }
    }
}
