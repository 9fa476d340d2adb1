package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireServerTest {
    private final FakeSessions sessions = new FakeSessions(Map.of());
    private final ListeningServer server =
            new ListeningServer(sessions, WireOptions.DEFAULTS.withLargestMessageBytes(1 << 20));

    @AfterEach
    void close() {
        server.close();
    }

    private Connection jdbc() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("user=u"));
    }

    @Test
    void pgjdbcReadsRowsThroughMoreThanOneBuffer() throws Exception {
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("rows 200000")) {
            int count = 0;
            while (rows.next()) {
                assertEquals(++count, rows.getInt(1));
            }
            assertEquals(200_000, count);
        }
    }

    @Test
    void pgjdbcSeesErrorsAndGoesOn() throws Exception {
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement()) {
            SQLException error = assertThrows(SQLException.class, () -> statement.execute("fail"));
            assertEquals("42601", error.getSQLState());
            assertTrue(statement.execute("rows 1"));
        }
    }

    @Test
    void cancelEndsTheRunningStatement() throws Exception {
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement()) {
            FakeSession session = sessions.opened.take();
            Thread.ofVirtual().start(() -> {
                try {
                    session.waiting.await();
                    statement.cancel();
                } catch (InterruptedException | SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
            SQLException error = assertThrows(SQLException.class, () -> statement.execute("wait"));
            assertEquals("57014", error.getSQLState());
        }
    }

    @Test
    void afterAnErrorEverythingUpToSyncIsSkipped() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('P', "\0fail\0\0\0");
            client.send('B', "\0\0\0\0\0\0\0\0");
            client.send('E', "\0\0\0\0\0");
            client.send('Q', "rows 1\0");
            client.send('S', "");
            client.send('Q', "rows 1\0");
            assertEquals("12EZTDCZ", client.types(8));
        }
    }

    @Test
    void portalsSuspendAtTheRowLimit() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('P', "\0rows 3\0\0\0");
            client.send('B', "\0\0\0\0\0\0\0\0");
            client.send('E', "\0\0\0\0\2");
            client.send('E', "\0\0\0\0\2");
            client.send('S', "");
            assertEquals("12DDsDCZ", client.types(8));
        }
    }

    @Test
    void copyTakesDataOrFails() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "copy\0");
            client.send('d', "abc\n");
            client.send('c', "");
            assertEquals("GCZ", client.types(3));
            client.send('Q', "copy\0");
            client.send('f', "no\0");
            assertEquals("G", client.types(1));
            assertTrue(client.read('E').contains("C57014\0MCOPY from stdin failed: no\0"));
        }
    }

    @Test
    void malformedBodiesFailTheMessageOnly() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('B', "\0\0\0\1");
            assertTrue(client.read('E').contains("SERROR\0VERROR\0C08P01"));
            client.send('S', "");
            assertEquals("Z", client.types(1));
        }
    }

    @Test
    void textThatIsNotUtf8FailsTheMessage() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "rows 1\303(\0");
            assertTrue(client.read('E').contains("C22021\0Minvalid byte sequence for encoding \"UTF8\""));
            assertEquals("Z", client.types(1));
            client.send('Q', "\357\277\275\0"); // The replacement character itself is text.
            assertEquals("CZ", client.types(2));
        }
    }

    @Test
    void oversizedAndUnknownMessagesEndTheConnection() throws Exception {
        for (String bytes : new String[] {"Q\177\0\0\0", "Q\0\0\0\3", "y\0\0\0\4"}) {
            try (RawClient client = new RawClient(server)) {
                client.start();
                client.raw(bytes);
                assertTrue(client.read('E').contains("SFATAL\0VFATAL\0C08P01"));
                assertEquals(-1, client.in.read());
                assertTrue(sessions.opened.take().terminated.await(5, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aVanishedClientEndsItsRunningSession() throws Exception {
        RawClient client = new RawClient(server);
        client.start();
        client.send('Q', "wait\0");
        FakeSession session = sessions.opened.take();
        session.waiting.await();
        client.close();
        assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
    }

    @Test
    void aClientThatDoesNotReadBlocksItsSessionUntilItVanishes() throws Exception {
        RawClient client = new RawClient(server);
        client.start();
        client.send('Q', "rows 2000000000\0");
        FakeSession session = sessions.opened.take();
        assertTrue(!session.terminated.await(300, TimeUnit.MILLISECONDS));
        client.close();
        assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
    }

    @Test
    void cancelFreesAStatementWhoseClientDoesNotRead() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "rows 2000000000\0");
            FakeSession session = sessions.opened.take();
            session.blocked(Duration.ofMillis(200));
            try (RawClient other = new RawClient(server)) {
                other.cancel(sessions.requests.take());
                assertEquals(-1, other.in.read());
            }
            // The rows that were on their way, then the error.
            String type = client.types(1);
            while (!type.equals("E")) {
                type = client.types(1);
            }
            assertEquals("Z", client.types(1));
            client.send('Q', "rows 1\0");
            assertEquals("TDCZ", client.types(4));
        }
    }

    @Test
    void shutdownEndsARunningStatementAsTermination() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "wait\0");
            sessions.opened.take().waiting.await();
            server.close();
            assertTrue(client.read('E').contains("C57P01"));
            assertEquals(-1, client.in.read());
        }
    }

    @Test
    void terminationCancelsAndTellsItsReason() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "wait\0");
            FakeSession session = sessions.opened.take();
            session.waiting.await();
            sessions.events
                    .take()
                    .terminationRequested(
                            Report.of(Severity.FATAL, SqlState.IDLE_SESSION_TIMEOUT, "it was idle for too long"));
            assertTrue(client.read('E').contains("C57P05\0Mit was idle for too long\0"));
            assertEquals(-1, client.in.read());
            assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void shutdownTellsTheClient() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            server.close();
            assertTrue(client.read('E').contains("C57P01"));
            assertEquals(-1, client.in.read());
        }
    }

    /// Its thread reads the socket itself by then.
    @Test
    void aBusyClientMaySendMuchAtOnceAndCopyAndLeaveInMidMessage() throws Exception {
        try (RawClient client = new RawClient(server)) {
            client.start();
            for (int round = 0; round < 3; round++) {
                stayBusy(client);
                int count = 20_000;
                Thread writer = Thread.ofVirtual().start(() -> {
                    try {
                        client.raw("Q\0\0\0\13rows 1\0".repeat(count));
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
                for (int answer = 0; answer < count; answer++) {
                    assertEquals("TDCZ", client.types(4));
                }
                writer.join();
                stayBusy(client);
                client.send('Q', "copy\0");
                assertEquals("G", client.types(1));
                Thread.sleep(2 * Pace.WAIT_MILLIS);
                client.send('d', "abc");
                client.send('c', "");
                assertEquals("CZ", client.types(2));
                Thread.sleep(2 * Pace.WAIT_MILLIS);
            }
            stayBusy(client);
            client.raw("Q\0\0\1");
        }
        sessions.opened.take().terminated.await();
    }

    private static void stayBusy(RawClient client) throws IOException {
        for (int round = 0; round < 50; round++) {
            client.send('Q', "rows 1\0");
            assertEquals("TDCZ", client.types(4));
        }
    }
}
