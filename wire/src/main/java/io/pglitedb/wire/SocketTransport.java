package io.pglitedb.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.tls.ServerCertificate;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// A client behind a socket of Netty's. The event loop cuts its bytes into frames.
final class SocketTransport extends ChannelInboundHandlerAdapter implements Transport {
    private final Channel channel;
    private final FrameSplitter splitter;
    private final Function<Transport, ClientConnection> opener;
    private final long handshakeMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writable = lock.newCondition();
    private boolean woken;
    private final List<Event> received = new ArrayList<>();
    private ClientConnection connection;
    private volatile String clientAddress = "";

    SocketTransport(Channel channel, WireOptions options, Function<Transport, ClientConnection> opener) {
        this.channel = channel;
        this.splitter = new FrameSplitter(options.largestMessageBytes());
        this.handshakeMillis = options.authenticationTimeout().toMillis();
        this.opener = opener;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            context.close(); // Gone already.
            return;
        }
        clientAddress = remote.getAddress().getHostAddress();
        connection = opener.apply(this);
        connection.start();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        splitter.append(context.alloc(), (ByteBuf) message);
        split();
    }

    private void split() {
        splitter.split(received::add);
        if (splitter.holds()) {
            channel.config().setAutoRead(false);
        }
    }

    /// One hand-over for all that a read brought.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        handOver();
    }

    private void handOver() {
        if (!received.isEmpty()) {
            connection.received(received);
            received.clear();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        wake();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        splitter.discard();
        wake();
        if (connection != null) {
            connection.vanished();
        }
    }

    /// A reset by the peer or a failed handshake, as a rule; what follows is channelInactive.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public String clientAddress() {
        return clientAddress;
    }

    @Override
    public boolean isOpen() {
        return channel.isActive();
    }

    @Override
    public void send(byte[] bytes, int length) {
        channel.writeAndFlush(Unpooled.copiedBuffer(bytes, 0, length), channel.voidPromise());
    }

    @Override
    public boolean isWritable() {
        return channel.isWritable();
    }

    @Override
    public void awaitWritable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!woken && channel.isActive() && !channel.isWritable()) {
                writable.await();
            }
            woken = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken = true;
            writable.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void expect(FrameSplitter.Expected next) {
        channel.eventLoop().execute(() -> expectNow(next));
    }

    private void expectNow(FrameSplitter.Expected next) {
        splitter.expect(next);
        split();
        handOver();
        if (!splitter.holds()) {
            channel.config().setAutoRead(true);
        }
    }

    @Override
    public void encrypt(ServerCertificate certificate) {
        channel.eventLoop().execute(() -> {
            if (splitter.hasUnread()) { // Somebody between may have put it there, to be taken for encrypted.
                connection.received(List.of(new Event.Refused(unencryptedData())));
                return;
            }
            channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'S'}), channel.voidPromise());
            SslHandler handler = certificate.context().newHandler(channel.alloc());
            handler.setHandshakeTimeout(handshakeMillis, TimeUnit.MILLISECONDS);
            channel.pipeline().addFirst(handler);
            expectNow(FrameSplitter.Expected.STARTUP);
        });
    }

    private static Report unencryptedData() {
        return PgException.fatal(SqlState.PROTOCOL_VIOLATION, "received unencrypted data after SSL request")
                .detail("This could be either a client-software bug or evidence of an attempted man-in-the-middle"
                        + " attack.")
                .report();
    }

    @Override
    public void read(boolean reading) {
        channel.config().setAutoRead(reading);
    }

    @Override
    public void abort() {
        channel.close();
    }

    @Override
    public void close() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
