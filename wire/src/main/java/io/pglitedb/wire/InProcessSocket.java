package io.pglitedb.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.Objects;

/// A socket, as a driver wants one, whose other end is a session of the same process: connected from the start,
/// without addresses; what tunes a network has no effect.
final class InProcessSocket extends Socket {
    private final MemoryTransport transport;
    private volatile boolean closed;
    private volatile int timeoutMillis;

    InProcessSocket(MemoryTransport transport) throws IOException {
        super((SocketImpl) null);
        this.transport = transport;
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, target.length);
                if (closed) {
                    throw new SocketException("Socket closed");
                }
                return length == 0 ? 0 : transport.clientReads(target, offset, length, timeoutMillis);
            }

            @Override
            public int available() {
                return transport.available();
            }

            @Override
            public void close() {
                InProcessSocket.this.close();
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                write(new byte[] {(byte) oneByte}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, source.length);
                transport.clientWrites(source, offset, length);
            }

            @Override
            public void close() {
                InProcessSocket.this.close();
            }
        };
    }

    @Override
    public synchronized void close() {
        closed = true;
        transport.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {}

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return null;
    }

    @Override
    public void setSoTimeout(int milliseconds) {
        timeoutMillis = milliseconds;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {}

    @Override
    public void setSendBufferSize(int bytes) {}

    @Override
    public int getSendBufferSize() {
        return 1 << 16;
    }

    @Override
    public void setReceiveBufferSize(int bytes) {}

    @Override
    public int getReceiveBufferSize() {
        return 1 << 16;
    }
}
