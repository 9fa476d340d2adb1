package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that send what no client should. The server must answer the others, and keep nothing of these.
@Timeout(120)
class HostileClientTest {
    private static final int CLIENTS = 400;
    private static final byte[] STARTUP = bytes("\0\0\0\20\0\3\0\0user\0u\0\0");

    private final FakeSessions sessions = new FakeSessions(Map.of());
    private final ListeningServer server =
            new ListeningServer(sessions, WireOptions.DEFAULTS.withLargestMessageBytes(1 << 20));

    @AfterEach
    void close() {
        server.close();
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] message(char type, String body) {
        return ByteBuffer.allocate(5 + body.length())
                .put((byte) type)
                .putInt(4 + body.length())
                .put(bytes(body))
                .array();
    }

    private static final byte[][] MESSAGES = {
        message('Q', "rows 3\0"),
        message('Q', "fail\0"),
        message('Q', "copy\0"),
        message('d', "line\n"),
        message('c', ""),
        message('f', "why\0"),
        message('P', "s\0rows 3\0\0\0"),
        message('B', "p\0s\0\0\0\0\1\0\0\0\1x\0\0"),
        message('D', "Ss\0"),
        message('D', "Pp\0"),
        message('E', "p\0\0\0\0\2"),
        message('C', "Sx\0"),
        message('H', ""),
        message('S', ""),
        message('F', "\0\0\0\0\0\0\0\0\0\0"),
        message('X', ""),
        bytes("p\0\0\0\10abcd"),
        bytes("\0\0\0\10\4\322\26\57"),
        STARTUP
    };

    /// Valid messages in any order, some with a byte changed, some cut short.
    private static byte[] conversation(Random random) {
        ByteBuffer all = ByteBuffer.allocate(4096);
        if (random.nextInt(8) > 0) {
            all.put(STARTUP);
        }
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            byte[] message = MESSAGES[random.nextInt(MESSAGES.length)].clone();
            if (random.nextInt(6) == 0) {
                message[random.nextInt(message.length)] = (byte) random.nextInt(256);
            }
            all.put(message, 0, random.nextInt(10) == 0 ? random.nextInt(message.length) : message.length);
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    @Test
    void theServerOutlivesThemAndKeepsNothing() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < CLIENTS; i++) {
            converse(conversation(random), random.nextInt(3));
        }
        try (RawClient client = new RawClient(server)) {
            client.start();
            client.send('Q', "rows 1\0");
            assertEquals("TDCZ", client.types(4));
        }
        while (server.wire.connectionCount() > 0) {
            Thread.sleep(1);
        }
        for (FakeSession session : sessions.opened) {
            assertTrue(session.terminated.await(5, TimeUnit.SECONDS));
        }
    }

    /// `manner`: 0 vanishes at once, 1 ends its side and reads, 2 reads a little and vanishes.
    private void converse(byte[] bytes, int manner) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(manner == 1 ? 5_000 : 20);
            socket.getOutputStream().write(bytes);
            InputStream in = socket.getInputStream();
            if (manner == 1) {
                socket.shutdownOutput();
                in.transferTo(OutputStream.nullOutputStream());
            } else if (manner == 2) {
                in.readNBytes(10);
            }
        } catch (SocketTimeoutException | SocketException endedByTheServer) {
            // As it may.
        }
    }
}
