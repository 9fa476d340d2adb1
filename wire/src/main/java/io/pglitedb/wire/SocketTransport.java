package io.pglitedb.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.tls.ServerCertificate;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// A client behind a socket of Netty's. The event loop cuts its bytes into frames; so does a thread that has
/// borrowed the socket ([#receive]), as long as its client keeps it busy.
final class SocketTransport extends ChannelInboundHandlerAdapter implements Transport {
    private final Channel channel;
    private final FrameSplitter splitter;
    private final Function<Transport, ClientConnection> opener;
    private final long handshakeMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition writable = lock.newCondition();
    private boolean woken;
    /// Held by whoever reads from the socket; guards the splitter and what it has given.
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Event> received = new ArrayList<>();
    /// Null unless a thread has borrowed the socket; that thread's.
    private BorrowedSocket borrowed;
    private volatile boolean lent;
    private volatile boolean encrypted;
    private volatile boolean reading = true;
    /// Sends that the event loop has not completed.
    private final AtomicInteger queued = new AtomicInteger();
    private ClientConnection connection;
    private volatile String clientAddress = "";

    SocketTransport(Channel channel, WireOptions options, Function<Transport, ClientConnection> opener) {
        this.channel = channel;
        this.splitter = new FrameSplitter(options.largestMessageBytes());
        this.handshakeMillis = options.authenticationTimeout().toMillis();
        this.opener = opener;
        if (channel instanceof EpollSocketChannel) {
            channel.config().setRecvByteBufAllocator(ReadTurn.allocator(turn));
        }
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
        ByteBuf read = (ByteBuf) message;
        byte[] bytes = ByteBufUtil.getBytes(read);
        read.release();
        turn.lock();
        try {
            splitter.append(bytes);
            split();
        } finally {
            turn.unlock();
            if (turn.isHeldByCurrentThread()) { // Since ReadTurn: these bytes are in order now.
                turn.unlock();
            }
        }
    }

    private void split() {
        splitter.split(received::add);
        if (splitter.holds()) {
            read(false);
        }
    }

    /// One hand-over for all that a read brought.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        handOver();
    }

    private void handOver() {
        turn.lock();
        try {
            if (!received.isEmpty()) {
                connection.received(received);
                received.clear();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        wake();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        turn.lock();
        try {
            splitter.discard();
        } finally {
            turn.unlock();
        }
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
        int sent = 0;
        if (borrowed != null && length <= BorrowedSocket.CAPACITY && queued.get() == 0) {
            sent = borrowed.write(bytes, length);
        }
        if (sent < length) {
            queued.incrementAndGet();
            channel.writeAndFlush(Unpooled.copiedBuffer(bytes, sent, length - sent))
                    .addListener(_ -> queued.decrementAndGet());
        }
    }

    @Override
    public boolean receive(int waitMillis) {
        if (borrowed == null) {
            if (encrypted || !reading || !(channel instanceof EpollSocketChannel socket) || !socket.isActive()) {
                return false;
            }
            BorrowedSocket taken = new BorrowedSocket(socket.fd().intValue());
            if (!socket.isActive()) { // Closed meanwhile: the number may have been another client's already.
                taken.close();
                return false;
            }
            borrowed = taken;
            lent = true;
            adjustReading();
        }
        if (!reading || !borrowed.awaitReadable(waitMillis)) {
            return false;
        }
        turn.lock();
        try {
            handOver();
            byte[] bytes = borrowed.read();
            if (bytes.length == 0) {
                return false;
            }
            splitter.append(bytes);
            split();
            handOver();
        } finally {
            turn.unlock();
        }
        return true;
    }

    @Override
    public void giveBack() {
        if (borrowed != null) {
            borrowed.close();
            borrowed = null;
            lent = false;
            adjustReading();
        }
    }

    private void adjustReading() {
        if (channel.eventLoop().inEventLoop()) {
            channel.config().setAutoRead(reading && !lent);
        } else {
            channel.eventLoop().execute(this::adjustReading);
        }
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
        turn.lock();
        try {
            splitter.expect(next);
            split();
            handOver();
            if (!splitter.holds()) {
                read(true);
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void encrypt(ServerCertificate certificate) {
        encrypted = true;
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
    public void read(boolean on) {
        reading = on;
        adjustReading();
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
