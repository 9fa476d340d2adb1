package io.pglitedb.wire;

import io.pglitedb.executor.session.SessionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A server at a free port of the loopback interface.
final class ListeningServer implements AutoCloseable {
    final WireServer wire;
    private final InetSocketAddress address;

    ListeningServer(SessionFactory sessions, WireOptions options) {
        wire = new WireServer(sessions, options);
        try {
            address = wire.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return address.getPort();
    }

    String jdbcUrl(String properties) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/d?" + properties;
    }

    @Override
    public void close() {
        wire.close();
    }
}
