package io.pglitedb.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.pglitedb.executor.session.SessionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a session for each client of PostgreSQL's protocol, whether it comes from the network or the same
/// process.
public final class WireServer implements AutoCloseable {
    private static final long SHUTDOWN_MILLIS = 5_000;
    private static final WriteBufferWaterMark UNREAD_OUTPUT = new WriteBufferWaterMark(1 << 18, 1 << 20);

    private final WireOptions options;
    private final ConnectionRegistry registry;
    private final List<Channel> listeners = new ArrayList<>();
    private EventLoopGroup loops; // None until somebody listens.
    private boolean closed;

    public WireServer(SessionFactory sessions, WireOptions options) {
        this.options = options;
        this.registry = new ConnectionRegistry(sessions, options);
    }

    /// Takes clients at this address from now on; port 0 takes any free port. Gives the address with the port.
    /// IOException when the address cannot be had.
    public synchronized InetSocketAddress listen(InetSocketAddress address) throws IOException {
        requireOpen();
        boolean epoll = Epoll.isAvailable();
        if (loops == null) {
            loops = new MultiThreadIoEventLoopGroup(
                    Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                    epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        }
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD_OUTPUT)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new SocketTransport(
                                        channel, options, transport -> new ClientConnection(transport, registry)));
                    }
                });
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    "could not listen on %s:%d".formatted(address.getHostString(), address.getPort()), bound.cause());
        }
        Channel listener = bound.channel();
        listeners.add(listener);
        return (InetSocketAddress) listener.localAddress();
    }

    /// A client of this process: the socket is connected. Closing it ends the session.
    public synchronized Socket connect() {
        requireOpen();
        MemoryTransport transport = new MemoryTransport(options);
        ClientConnection connection = new ClientConnection(transport, registry);
        transport.attach(connection);
        connection.start();
        try {
            return new InProcessSocket(transport);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // It opens no file.
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the server is closed");
        }
    }

    /// Connections whose client may still read or write.
    public int connectionCount() {
        return registry.open().size();
    }

    /// Fast shutdown: takes no more clients, cancels what runs, tells every client 57P01, and cuts those off that
    /// have not ended after five seconds. Idempotent.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        listeners.forEach(listener -> listener.close().syncUninterruptibly());
        registry.open().forEach(ClientConnection::terminationRequested);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHUTDOWN_MILLIS);
        try {
            while (!registry.open().isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(5);
                // A statement may have begun after the first cancel.
                registry.open().forEach(ClientConnection::cancelStatement);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        registry.open().forEach(ClientConnection::disconnect);
        registry.workers().shutdown();
        if (loops != null) {
            loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MILLIS);
        }
    }
}
