package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class StartupTest {
    private static final String SSL_REQUEST = "\0\0\0\10\4\322\26\57";
    private static final String GSS_REQUEST = "\0\0\0\10\4\322\26\60";

    private final FakeSessions sessions = new FakeSessions(Map.of());
    private final ListeningServer server = new ListeningServer(
            sessions, WireOptions.DEFAULTS.withMaxConnections(2).withAuthenticationTimeout(Duration.ofMillis(500)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void databaseDefaultsToTheUser() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            assertEquals("u", sessions.requests.take().database());
        }
    }

    @Test
    void settingsOfTheirOwnWinOverThoseInOptions() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.startup(
                    "user\0u\0database\0d\0options\0-c  datestyle=German -csearch_path=a\\ b --enable-seqscan=off -S 64kB"
                            + "\0DateStyle\0ISO\0replication\0off\0\0");
            assertEquals("R", client.types(1));
            assertEquals(
                    Map.of("datestyle", "ISO", "search_path", "a b", "enable_seqscan", "off", "work_mem", "64kB"),
                    sessions.requests.take().options());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "options, -x, 42601, invalid command-line argument for server process: -x",
        "options, nonsense, 42601, invalid command-line argument for server process: nonsense",
        "options, -c work_mem, 42601, -c work_mem requires a value",
        "options, --work_mem, 42601, --work_mem requires a value",
        "replication, maybe, 22023, 'invalid value for parameter \"replication\": \"maybe\"'",
        "replication, database, 0A000, the streaming replication protocol is not supported yet"
    })
    void wrongParametersAreRefused(String name, String value, String code, String message) throws Exception {
        assertRefused(code, message, "user\0u\0" + name + "\0" + value + "\0\0");
    }

    @Test
    void aUserMustBeNamed() throws Exception {
        assertRefused("28000", "no PostgreSQL user name specified in startup packet", "database\0d\0\0");
    }

    private void assertRefused(String code, String message, String parameters) throws IOException {
        try (RawClient client = new RawClient(server)) {
            client.startup(parameters);
            String error = client.read('E');
            assertTrue(error.contains("SFATAL\0VFATAL\0C" + code + "\0M" + message + "\0"), error);
            assertEquals(-1, client.in.read());
        }
    }

    @Test
    void newerMinorVersionsAndUnknownExtensionsAreNegotiated() throws Exception {
        try (RawClient client = new RawClient(server)) {
            String parameters = "user\0u\0_pq_.wish\0on\0\0";
            client.raw("\0\0\0" + (char) (8 + parameters.length()) + "\0\3\0\2" + parameters);
            assertEquals("\0\3\0\0\0\0\0\1_pq_.wish\0", client.read('v'));
            assertEquals("RSSSSSSKZ", client.types(9));
        }
    }

    @Test
    void otherMajorVersionsAreRefused() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.raw("\0\0\0\11\0\2\0\0\0");
            assertTrue(client.read('E')
                    .contains("C0A000\0Munsupported frontend protocol 2.0: server supports 3.0 to 3.0\0"));
        }
    }

    @Test
    void encryptionIsAskedForOncePerKind() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.raw(GSS_REQUEST);
            assertEquals('N', client.in.read());
            client.raw(SSL_REQUEST);
            assertEquals('N', client.in.read());
            client.raw(SSL_REQUEST);
            assertTrue(client.read('E').contains("Munsupported frontend protocol 1234.5679: "));
        }
    }

    @Test
    void tooManyClientsAreTurnedAwayUntilOneLeaves() throws Exception {
        try (RawClient first = new RawClient(server);
                RawClient second = new RawClient(server)) {
            first.start();
            second.start();
            assertRefused("53300", "sorry, too many clients already", "user\0u\0\0");
            first.send('X', "");
            assertEquals(-1, first.in.read());
            try (RawClient third = new RawClient(server)) {
                third.start();
            }
        }
    }

    @Test
    void cancelRequestsNeedNoSeat() throws Exception {
        try (RawClient first = new RawClient(server);
                RawClient second = new RawClient(server);
                RawClient canceler = new RawClient(server)) {
            first.start();
            second.start();
            sessions.requests.take();
            second.send('Q', "wait\0");
            canceler.cancel(sessions.requests.take());
            assertTrue(second.read('E').contains("C57014"));
        }
    }

    @Test
    void aClientThatSaysNothingIsCutOff() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.raw(SSL_REQUEST);
            assertEquals('N', client.in.read());
            assertEquals(-1, client.in.read());
        }
    }

    @Test
    void aStartupPacketIsSmall() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.raw("\0\1\0\0");
            assertTrue(client.read('E').contains("C08P01\0Minvalid length of startup packet\0"));
        }
    }

    @Test
    void messagesMayFollowTheStartupPacketAtOnce() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.raw("\0\0\0\20\0\3\0\0user\0u\0\0");
            client.send('Q', "rows 1\0");
            assertEquals("RSSSSSSKZTDCZ", client.types(13));
        }
    }
}
