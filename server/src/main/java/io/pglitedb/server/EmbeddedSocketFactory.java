package io.pglitedb.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/// Gives pgjdbc sockets that lead to a [PgLiteDb] of this process; see [PgLiteDb#jdbcUrl()].
public final class EmbeddedSocketFactory extends SocketFactory {
    private final String instance;

    /// Called by pgjdbc with its parameter `socketFactoryArg`.
    public EmbeddedSocketFactory(String instance) {
        this.instance = instance;
    }

    @Override
    public Socket createSocket() throws IOException {
        return PgLiteDb.connect(instance);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket();
    }
}
