package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireServerTest {
    private final BlockingQueue<FakeSession> sessions = new LinkedBlockingQueue<>();
    private final WireServer server =
            new WireServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new FakeFactory(), 1 << 20);

    private final class FakeFactory implements SessionFactory {
        @Override
        public RoleLogin login(String database, String user, String clientAddress) {
            return new RoleLogin.Trust();
        }

        @Override
        public Session connect(ConnectRequest request, SessionEvents events) {
            FakeSession session = new FakeSession();
            sessions.add(session);
            return session;
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Connection jdbc() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.address().getPort() + "/d?user=u");
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
            FakeSession session = sessions.take();
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
        try (Client client = new Client()) {
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
        try (Client client = new Client()) {
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
        try (Client client = new Client()) {
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
        try (Client client = new Client()) {
            client.start();
            client.send('B', "\0\0\0\1");
            assertTrue(client.read('E').contains("SERROR\0VERROR\0C08P01"));
            client.send('S', "");
            assertEquals("Z", client.types(1));
        }
    }

    @Test
    void oversizedAndUnknownMessagesEndTheConnection() throws Exception {
        for (String bytes : new String[] {"Q\177\0\0\0", "Q\0\0\0\3", "y\0\0\0\4"}) {
            try (Client client = new Client()) {
                client.start();
                client.raw(bytes);
                assertTrue(client.read('E').contains("SFATAL\0VFATAL\0C08P01"));
                assertEquals(-1, client.in.read());
                assertTrue(sessions.take().terminated.await(5, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aVanishedClientEndsItsRunningSession() throws Exception {
        Client client = new Client();
        client.start();
        client.send('Q', "wait\0");
        FakeSession session = sessions.take();
        session.waiting.await();
        client.close();
        assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
    }

    @Test
    void aClientThatDoesNotReadBlocksItsSessionUntilItVanishes() throws Exception {
        Client client = new Client();
        client.start();
        client.send('Q', "rows 2000000000\0");
        FakeSession session = sessions.take();
        assertTrue(!session.terminated.await(300, TimeUnit.MILLISECONDS));
        client.close();
        assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
    }

    @Test
    void shutdownTellsTheClient() throws Exception {
        try (Client client = new Client()) {
            client.start();
            server.close();
            assertTrue(client.read('E').contains("C57P01"));
            assertEquals(-1, client.in.read());
        }
    }

    /// Speaks bytes; strings stand for Latin-1.
    private final class Client implements AutoCloseable {
        private final Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        private final DataInputStream in = new DataInputStream(socket.getInputStream());
        private final DataOutputStream out = new DataOutputStream(socket.getOutputStream());

        Client() throws IOException {}

        /// SSLRequest, then a startup packet, up to ReadyForQuery.
        void start() throws IOException {
            raw("\0\0\0\10\4\322\26\57");
            assertEquals('N', in.read());
            String parameters = "user\0u\0\0";
            out.writeInt(8 + parameters.length());
            out.writeInt(3 << 16);
            raw(parameters);
            assertEquals("RSSSSSSKZ", types(9));
        }

        void raw(String bytes) throws IOException {
            out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(char type, String body) throws IOException {
            out.writeByte(type);
            out.writeInt(4 + body.length());
            raw(body);
        }

        String read(char type) throws IOException {
            assertEquals(type, (char) in.readByte());
            return new String(in.readNBytes(in.readInt() - 4), StandardCharsets.ISO_8859_1);
        }

        String types(int count) throws IOException {
            StringBuilder types = new StringBuilder();
            for (int i = 0; i < count; i++) {
                types.append((char) in.readByte());
                in.readNBytes(in.readInt() - 4);
            }
            return types.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
