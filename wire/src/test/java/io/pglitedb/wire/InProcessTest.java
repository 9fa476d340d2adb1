package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InProcessTest {
    private final FakeSessions sessions = new FakeSessions(Map.of());
    private final WireServer server = new WireServer(sessions, WireOptions.DEFAULTS);
    private Socket socket;
    private DataInputStream in;
    private DataOutputStream out;

    @BeforeEach
    void start() throws IOException {
        socket = server.connect();
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
        out.write("\0\0\0\20\0\3\0\0user\0u\0\0".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("RSSSSSSKZ", types(9));
    }

    @AfterEach
    void close() {
        server.close();
        assertEquals(0, server.connectionCount());
    }

    private void query(String sql) throws IOException {
        out.write('Q');
        out.writeInt(5 + sql.length());
        out.write((sql + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    private String types(int count) throws IOException {
        StringBuilder types = new StringBuilder();
        for (int i = 0; i < count; i++) {
            types.append((char) in.readByte());
            in.readNBytes(in.readInt() - 4);
        }
        return types.toString();
    }

    @Test
    void theSessionKnowsThatItsClientIsInTheProcess() throws Exception {
        assertEquals("", sessions.requests.take().clientAddress());
    }

    @Test
    void answersOfAnySizeCome() throws Exception {
        query("rows 300000");
        assertEquals("T", types(1));
        for (int row = 1; row <= 300_000; row++) {
            assertEquals('D', in.readByte());
            in.skipNBytes(10);
            assertEquals(
                    Integer.toString(row),
                    new String(in.readNBytes(Integer.toString(row).length()), StandardCharsets.US_ASCII));
        }
        assertEquals("CZ", types(2));
    }

    @Test
    void aSlowReaderBlocksItsSession() throws Exception {
        query("rows 2000000000");
        FakeSession session = sessions.opened.take();
        session.blocked(Duration.ofMillis(200));
        socket.close();
        assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
    }

    @Test
    void aWriterBlocksWhileTheServerTakesNothing() throws Exception {
        query("wait");
        sessions.opened.take().waiting.await();
        Thread writer = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    query("x".repeat(100_000));
                }
            } catch (IOException closed) {
                // The test's end.
            }
        });
        while (writer.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        socket.close();
        writer.join();
    }

    @Test
    void readsTimeOut() throws Exception {
        socket.setSoTimeout(20);
        assertThrows(SocketTimeoutException.class, in::readByte);
    }

    @Test
    void closingEndsTheSession() throws Exception {
        socket.close();
        assertTrue(sessions.opened.take().terminated.await(5, TimeUnit.SECONDS));
        assertThrows(SocketException.class, () -> query("rows 1"));
        assertThrows(SocketException.class, in::readByte);
    }

    @Test
    void shutdownLetsTheClientReadWhy() throws Exception {
        server.close();
        assertEquals("E", types(1));
        assertEquals(-1, in.read());
    }
}
