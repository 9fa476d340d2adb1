package io.pglitedb.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.FrontendMessage;
import io.pglitedb.wire.message.MessageReader;

/// One client: the event loop fills its mailbox, a virtual thread of its own empties it and calls the session.
final class ClientConnection extends SimpleChannelInboundHandler<Event> implements SessionEvents {
    private static final long AUTHENTICATION_TIMEOUT_MILLIS = 60_000;

    private final Channel channel;
    private final ConnectionRegistry registry;
    private final Mailbox mailbox;
    private final ClientOutput output;
    private volatile Session session;

    ClientConnection(Channel channel, ConnectionRegistry registry) {
        this.channel = channel;
        this.registry = registry;
        this.mailbox = new Mailbox(reading -> channel.config().setAutoRead(reading));
        this.output = new ClientOutput(channel, this::readCopyData);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        registry.add(this);
        Thread.ofVirtual().name("client " + channel.remoteAddress()).start(this::run);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Event event) {
        mailbox.put(event);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        output.wake();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        mailbox.close();
        output.wake();
        cancelStatement();
    }

    /// A reset by the peer, as a rule; what follows is channelInactive.
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    @Override
    public void notificationsPending() {
        mailbox.put(new Event.NotificationsPending());
    }

    @Override
    public void terminationRequested() {
        mailbox.put(new Event.TerminationRequested());
    }

    void cancelStatement() {
        Session running = session;
        if (running != null) {
            running.cancel();
        }
    }

    void disconnect() {
        channel.close();
    }

    private void run() {
        try {
            session = new Startup(this, mailboxUntilAuthenticated(), output, registry, channel).open();
            if (session != null) {
                new MessageLoop(session, this::nextEvent, output).run();
            }
        } catch (PgException fatal) {
            output.messages().report(fatalReport(fatal.report()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            Session open = session;
            if (open != null) {
                open.terminate();
            }
            registry.remove(this);
            output.send();
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static Report fatalReport(Report report) {
        return report.severity().compareTo(Severity.FATAL) >= 0
                ? report
                : PgException.fatal(report.state(), report.message()).report();
    }

    private Startup.Events mailboxUntilAuthenticated() {
        long deadline = System.nanoTime() + AUTHENTICATION_TIMEOUT_MILLIS * 1_000_000;
        return () -> {
            Event event = mailbox.take((deadline - System.nanoTime()) / 1_000_000);
            return event == null ? new Event.Closed() : event;
        };
    }

    private Event nextEvent() throws InterruptedException {
        return mailbox.take(Long.MAX_VALUE / 1_000_000);
    }

    /// COPY FROM STDIN's next chunk; see `CopyInput`.
    private boolean readCopyData(ByteWriter target) {
        while (true) {
            switch (nextCopyEvent()) {
                case Event.Frame(char type, byte[] body) -> {
                    switch (MessageReader.read(type, body)) {
                        case FrontendMessage.CopyData(byte[] bytes) -> {
                            target.putBytes(bytes);
                            return true;
                        }
                        case FrontendMessage.CopyDone _ -> {
                            return false;
                        }
                        case FrontendMessage.CopyFail(String reason) ->
                            throw new PgException(SqlState.QUERY_CANCELED, "COPY from stdin failed: " + reason);
                        // Pipelining clients send these without waiting for the server's answer.
                        case FrontendMessage.Flush _, FrontendMessage.Sync _ -> {}
                        default ->
                            throw PgException.fatal(
                                    SqlState.PROTOCOL_VIOLATION,
                                    "unexpected message type 0x%02X during COPY from stdin".formatted((int) type));
                    }
                }
                case Event.Refused(Report report) -> throw new PgException(report);
                case Event.NotificationsPending _ -> {} // The session delivers them when the transaction is over.
                case Event.TerminationRequested _ -> throw MessageLoop.terminated();
                case Event.Closed _ -> throw ClientOutput.vanished();
            }
        }
    }

    private Event nextCopyEvent() {
        try {
            return nextEvent();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw ClientOutput.vanished();
        }
    }
}
