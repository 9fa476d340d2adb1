package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.executor.session.PasswordSecret;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.ScramVerifier;
import io.pglitedb.wire.tls.ServerCertificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class PasswordTest {
    private static final FakeSessions SESSIONS = new FakeSessions(Map.of(
            "u", new RoleLogin.Scram(Optional.of(ScramVerifier.of("pencil"))),
            "absent", new RoleLogin.Scram(Optional.empty()),
            "other", new RoleLogin.Scram(Optional.empty()),
            "old", new RoleLogin.Md5(PasswordSecret.Md5.of("old", "pencil")),
            "clear", new RoleLogin.Clear(Optional.of(new PasswordSecret.Scram(ScramVerifier.of("pencil")))),
            "clear old", new RoleLogin.Clear(Optional.of(PasswordSecret.Md5.of("clear old", "pencil"))),
            "clear absent", new RoleLogin.Clear(Optional.empty())));
    private static final ListeningServer PLAIN = new ListeningServer(SESSIONS, WireOptions.DEFAULTS);
    private static final ListeningServer ENCRYPTED =
            new ListeningServer(SESSIONS, WireOptions.DEFAULTS.withCertificate(ServerCertificate.selfSigned()));

    @AfterAll
    static void close() {
        PLAIN.close();
        ENCRYPTED.close();
    }

    private static Connection connect(ListeningServer server, String user, String password, String properties)
            throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(properties), user, password);
    }

    private static void assertWorks(Connection connection) throws SQLException {
        try (connection) {
            assertTrue(connection.createStatement().execute("rows 1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"u", "old", "clear", "clear old"})
    void theRightPasswordOpens(String user) throws Exception {
        assertWorks(connect(PLAIN, user, "pencil", ""));
    }

    @Test
    void encryptedConnectionsBindToTheChannel() throws Exception {
        assertWorks(connect(ENCRYPTED, "u", "pencil", "sslmode=require&channelBinding=require"));
        assertWorks(connect(ENCRYPTED, "u", "pencil", "sslmode=require&channelBinding=disable"));
        assertWorks(connect(ENCRYPTED, "u", "pencil", "sslmode=disable"));
    }

    /// All in the same words, so that nobody learns which roles there are.
    @ParameterizedTest
    @ValueSource(strings = {"u", "absent", "old", "clear", "clear old", "clear absent"})
    void everyOtherPasswordFailsTheSameWay(String user) {
        SQLException error = assertThrows(SQLException.class, () -> connect(PLAIN, user, "pen", ""));
        assertEquals("28P01", error.getSQLState());
        assertEquals("FATAL: password authentication failed for user \"" + user + "\"", error.getMessage());
    }

    @Test
    void anAbsentRoleKeepsItsSalt() throws Exception {
        assertEquals(serverFirst("absent"), serverFirst("absent"));
        assertNotEquals(serverFirst("absent"), serverFirst("other"));
    }

    /// Salt and iterations that a role's client is told.
    private static String serverFirst(String user) throws Exception {
        try (RawClient client = new RawClient(PLAIN)) {
            client.startup("user\0" + user + "\0\0");
            assertEquals("\0\0\0\12SCRAM-SHA-256\0\0", client.read('R'));
            client.send('p', "SCRAM-SHA-256\0\377\377\377\377"); // Without a first message: the server asks for it.
            assertEquals("\0\0\0\13", client.read('R'));
            client.send('p', "n,,n=,r=abc");
            String answer = client.read('R');
            assertTrue(answer.startsWith("\0\0\0\13r=abc"));
            return answer.substring(answer.indexOf(",s="));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x,,n=,r=abc",
                "n",
                "n,a=admin,n=,r=abc",
                "n,,m=1,n=,r=abc",
                "n,,n=",
                "n,,n=,r=",
                "p=tls-unique,,n=,r=abc"
            })
    void malformedFirstMessagesAreRefused(String message) throws Exception {
        try (RawClient client = new RawClient(PLAIN)) {
            client.startup("user\0u\0\0");
            client.read('R');
            client.send('p', "SCRAM-SHA-256\0\0\0\0" + (char) message.length() + message);
            assertTrue(client.read('E').startsWith("SFATAL\0VFATAL\0C0"));
            assertEquals(-1, client.in.read());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c=biws,r=abc,p=AAAA", "c=eSws,r=%s,p=AAAA", "c=biws,r=%s", "c=biws,r=%s,p=!"})
    void malformedLastMessagesAreRefused(String message) throws Exception {
        try (RawClient client = new RawClient(PLAIN)) {
            client.startup("user\0u\0\0");
            client.read('R');
            client.send('p', "SCRAM-SHA-256\0\0\0\0\13n,,n=,r=abc");
            String first = client.read('R');
            String nonce = first.substring(first.indexOf("r=") + 2, first.indexOf(",s="));
            client.send('p', message.formatted(nonce));
            assertTrue(client.read('E').contains("C08P01"));
        }
    }

    @Test
    void whoIsNotAuthenticatedMaySendNothingElse() throws Exception {
        for (String bytes : new String[] {"Q\0\0\0\5\0", "p\0\1\0\0"}) {
            try (RawClient client = new RawClient(PLAIN)) {
                client.startup("user\0u\0\0");
                client.read('R');
                client.raw(bytes);
                assertTrue(client.read('E').contains("C08P01"));
            }
        }
    }

    @Test
    void aStrippedOfferOfChannelBindingIsNoticed() throws Exception {
        SQLException error =
                assertThrows(SQLException.class, () -> connect(PLAIN, "u", "pencil", "channelBinding=require"));
        assertTrue(error.getMessage().toLowerCase(Locale.ROOT).contains("channel binding"), error.getMessage());
    }

    @Test
    void plainBytesBehindARequestForEncryptionAreRefused() throws Exception {
        try (RawClient client = new RawClient(ENCRYPTED)) {
            client.raw("\0\0\0\10\4\322\26\57\0\0\0\20\0\3\0\0user\0u\0\0");
            assertTrue(client.read('E').contains("C08P01\0Mreceived unencrypted data after SSL request\0"));
        }
    }
}
