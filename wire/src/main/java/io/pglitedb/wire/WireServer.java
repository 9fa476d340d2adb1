package io.pglitedb.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.pglitedb.executor.session.SessionFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/// Listens for clients of PostgreSQL's protocol and runs a session for each.
public final class WireServer implements AutoCloseable {
    private static final long SHUTDOWN_MILLIS = 5_000;
    private static final WriteBufferWaterMark UNREAD_OUTPUT = new WriteBufferWaterMark(1 << 18, 1 << 20);

    private final MultiThreadIoEventLoopGroup loops;
    private final ConnectionRegistry registry;
    private final Channel listener;

    /// Port 0 takes any free port; see [#address()].
    public WireServer(InetSocketAddress address, SessionFactory sessions, WireOptions options) {
        this.registry = new ConnectionRegistry(sessions, options);
        this.loops = new MultiThreadIoEventLoopGroup(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        try {
            this.listener = new ServerBootstrap()
                    .group(loops)
                    .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
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
                    })
                    .bind(address)
                    .syncUninterruptibly()
                    .channel();
        } catch (Throwable failure) {
            loops.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            throw failure;
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    /// Fast shutdown: takes no more clients, cancels what runs, tells every client 57P01, and cuts those off that
    /// have
    /// not ended after five seconds. Idempotent.
    @Override
    public void close() {
        if (loops.isShuttingDown()) {
            return;
        }
        listener.close().syncUninterruptibly();
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
        loops.shutdownGracefully(0, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(SHUTDOWN_MILLIS);
    }
}
