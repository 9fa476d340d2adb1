package io.pglitedb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.executor.session.ConnectRequest;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks bytes; strings stand for Latin-1.
final class RawClient implements AutoCloseable {
    private final Socket socket;
    final DataInputStream in;
    private final DataOutputStream out;

    RawClient(ListeningServer server) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /// SSLRequest, then a startup packet, up to ReadyForQuery.
    void start() throws IOException {
        raw("\0\0\0\10\4\322\26\57");
        assertEquals('N', in.read());
        startup("user\0u\0\0");
        assertEquals("RSSSSSSKZ", types(9));
    }

    /// A startup packet of version 3.0.
    void startup(String parameters) throws IOException {
        out.writeInt(8 + parameters.length());
        out.writeInt(3 << 16);
        raw(parameters);
    }

    void cancel(ConnectRequest request) throws IOException {
        out.writeInt(16);
        out.writeInt(80877102);
        out.writeInt(request.processId());
        out.writeInt(request.cancelKey());
    }

    void raw(String bytes) throws IOException {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(char type, String body) throws IOException {
        out.writeByte(type);
        out.writeInt(4 + body.length());
        raw(body);
    }

    /// The body of the next message, which must be of this type.
    String read(char type) throws IOException {
        assertEquals(type, (char) in.readByte());
        return new String(in.readNBytes(in.readInt() - 4), StandardCharsets.ISO_8859_1);
    }

    /// The types of the next messages.
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
