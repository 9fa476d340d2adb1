package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clients whose connection breaks in the midst of something: their session, locks and temporary files go.
/// Snapshots, cursors and transactions that stay keep the server from closing.
@Timeout(120)
class VanishingClientTest {
    private static final int PROTOCOL_3 = 3 << 16;

    @TempDir
    private Path directory;

    private RunningServer server;
    private Connection observer;
    private Statement observe;
    private int port;

    @BeforeEach
    void start() throws SQLException {
        server = new RunningServer(directory);
        observer = server.connect();
        observe = observer.createStatement();
        port = URI.create(observer.getMetaData().getURL().substring("jdbc:".length()))
                .getPort();
        observe.execute("CREATE TABLE t (a int PRIMARY KEY, b text)");
        observe.execute("INSERT INTO t SELECT i, 'row ' || i FROM generate_series(1, 1000) i");
    }

    /// Fails when anything of a vanished client is left.
    @AfterEach
    void stop() throws SQLException {
        observer.close();
        server.close();
    }

    /// A client that speaks just enough of the protocol.
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final DataOutputStream out;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new DataInputStream(socket.getInputStream());
            out = new DataOutputStream(socket.getOutputStream());
            byte[] parameters = "user\0postgres\0database\0postgres\0\0".getBytes(StandardCharsets.US_ASCII);
            out.writeInt(8 + parameters.length);
            out.writeInt(PROTOCOL_3);
            out.write(parameters);
            readTo('Z');
        }

        void send(char type, byte[] body) throws IOException {
            out.writeByte(type);
            out.writeInt(4 + body.length);
            out.write(body);
            out.flush();
        }

        void query(String sql) throws IOException {
            send('Q', (sql + "\0").getBytes(StandardCharsets.UTF_8));
        }

        /// Passes over messages up to the first one of the type.
        void readTo(char wanted) throws IOException {
            int type = 0;
            while (type != wanted) {
                type = in.readByte();
                in.skipNBytes(in.readInt() - 4);
            }
        }

        /// Breaks the connection without a word.
        void vanish() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private long number(String sql) throws SQLException {
        try (ResultSet row = observe.executeQuery(sql)) {
            assertTrue(row.next());
            return row.getLong(1);
        }
    }

    private long sessions() throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()");
    }

    private long temporaryFiles() throws IOException {
        try (var files = Files.list(directory.resolve("tmp"))) {
            return files.count();
        }
    }

    private void awaitBusy() throws SQLException, InterruptedException {
        while (number("SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND state = 'active'")
                == 0) {
            Thread.sleep(5);
        }
    }

    private void assertNothingIsLeft() throws SQLException, IOException, InterruptedException {
        while (sessions() > 0) {
            Thread.sleep(5);
        }
        assertEquals(0, number("SELECT count(*) FROM pg_locks WHERE pid <> pg_backend_pid()"));
        assertEquals(0, temporaryFiles());
        observe.execute("SET lock_timeout = '5s'");
        observe.execute("BEGIN; LOCK TABLE t; UPDATE t SET b = 'mine'; COMMIT");
    }

    @Test
    void inTheMidstOfAQuery() throws Exception {
        try (Client client = new Client(port)) {
            client.query("SELECT count(*) FROM t a, t b, t c, t d");
            awaitBusy();
            assertEquals(1, sessions());
            client.vanish();
            assertNothingIsLeft();
        }
    }

    @Test
    void whileASortIsInFiles() throws Exception {
        try (Client client = new Client(port)) {
            client.query("SET work_mem = '64kB'");
            client.readTo('Z');
            client.query("SELECT a.b, c.b FROM t a, t c, t d ORDER BY 1, 2");
            while (temporaryFiles() == 0) {
                Thread.sleep(5);
            }
            client.vanish();
            assertNothingIsLeft();
        }
    }

    @Test
    void beforeTheResultIsRead() throws Exception {
        try (Client client = new Client(port)) {
            client.query("SELECT a.*, c.* FROM t a, t c");
            client.readTo('T');
            client.vanish();
            assertNothingIsLeft();
        }
    }

    @Test
    void inTheMidstOfACopy() throws Exception {
        try (Client client = new Client(port)) {
            client.query("COPY t FROM STDIN");
            client.readTo('G');
            for (int row = 2_000; row < 4_000; row++) {
                client.send('d', (row + "\tcopied\n").getBytes(StandardCharsets.US_ASCII));
            }
            client.vanish();
            assertNothingIsLeft();
            assertEquals(1_000, number("SELECT count(*) FROM t"));
        }
    }

    @Test
    void inTheMidstOfATransaction() throws Exception {
        try (Client client = new Client(port)) {
            client.query("BEGIN; LOCK TABLE t; INSERT INTO t VALUES (5000, 'lost'); SELECT pg_advisory_lock(7)");
            client.readTo('Z');
            assertTrue(number("SELECT count(*) FROM pg_locks WHERE pid <> pg_backend_pid()") > 0);
            client.vanish();
            assertNothingIsLeft();
            assertEquals(0, number("SELECT count(*) FROM t WHERE a = 5000"));
        }
    }

    @Test
    void withAnOpenCursor() throws Exception {
        try (Client client = new Client(port)) {
            client.query("BEGIN; DECLARE c CURSOR FOR SELECT * FROM t; FETCH 5 FROM c");
            client.readTo('Z');
            client.vanish();
            assertNothingIsLeft();
        }
    }

    @Test
    void whileItWaitsForALock() throws Exception {
        try (Client client = new Client(port)) {
            observe.execute("BEGIN; LOCK TABLE t");
            client.query("BEGIN; SELECT count(*) FROM t");
            while (number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
                Thread.sleep(5);
            }
            client.vanish();
            while (number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0) {
                Thread.sleep(5);
            }
            observe.execute("COMMIT");
            assertNothingIsLeft();
        }
    }
}
