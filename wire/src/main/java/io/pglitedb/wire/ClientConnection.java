package io.pglitedb.wire;

import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client: its transport fills the mailbox, a thread empties it and calls the session. While the client says
/// who it is, and reads its last answers, that is a virtual thread, as it may wait long. An open session borrows
/// a platform thread while there is something to answer: the operating system shares the processors fairly among
/// them, which it cannot do among virtual threads, and an idle session holds none.
final class ClientConnection implements SessionEvents {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClientConnection.class);
    private static final Duration LINGER = Duration.ofSeconds(60);

    private final Transport transport;
    private final ConnectionRegistry registry;
    private final Mailbox mailbox;
    private final ClientOutput output;
    private final Pace pace = new Pace();
    private volatile Session session;
    private volatile MessageLoop loop;
    private volatile Report termination; // Null until it is requested.

    ClientConnection(Transport transport, ConnectionRegistry registry) {
        this.transport = transport;
        this.registry = registry;
        this.mailbox = new Mailbox(transport::read);
        this.output = new ClientOutput(transport, new CopySource(this::take));
    }

    void start() {
        registry.add(this);
        Thread.ofVirtual().name("client " + transport.clientAddress()).start(this::open);
    }

    /// In the order of their arrival.
    void received(List<Event> events) {
        mailbox.put(events);
    }

    /// The client is gone, or has been cut off.
    void vanished() {
        mailbox.close();
        cancelStatement();
    }

    @Override
    public void notificationsPending() {
        mailbox.put(List.of(new Event.NotificationsPending()));
    }

    @Override
    public void terminationRequested(Report reason) {
        termination = reason;
        mailbox.put(List.of(new Event.TerminationRequested(reason)));
        cancelStatement();
    }

    void cancelStatement() {
        Session running = session;
        if (running != null) {
            running.cancel();
            output.cancel();
        }
    }

    void disconnect() {
        transport.abort();
    }

    private void open() {
        try {
            session = new Startup(
                            this, eventsWithin(registry.options().authenticationTimeout()), output, registry, transport)
                    .open();
            if (session == null) {
                end();
                return;
            }
            loop = new MessageLoop(session, output, () -> Optional.ofNullable(termination));
            loop.begin();
            mailbox.deliverTo(() -> registry.workers().execute(this::work));
        } catch (PgException fatal) {
            end(fatal);
        } catch (InterruptedException interrupted) {
            end();
        } catch (RuntimeException | Error bug) {
            end(bug);
        }
    }

    private void work() {
        pace.resumes();
        try {
            for (Event event = next(); event != null; event = next()) {
                if (!loop.handle(event)) {
                    end();
                    return;
                }
            }
            pace.rests();
        } catch (PgException fatal) {
            end(fatal);
        } catch (RuntimeException | Error bug) {
            end(bug);
        }
    }

    /// Null when the work is done for now.
    private Event next() {
        Event event = mailbox.tryNext();
        if (event == null && pace.isSteady()) {
            while (event == null && transport.receive(Pace.WAIT_MILLIS)) {
                event = mailbox.tryNext();
            }
            if (event == null) {
                pace.slackens();
                transport.giveBack();
            }
        }
        return event == null ? mailbox.next() : event;
    }

    /// Waits within the work on a message.
    private Event take() throws InterruptedException {
        transport.giveBack();
        return mailbox.take();
    }

    private void end(Throwable bug) {
        LOGGER.error("unexpected failure of a connection", bug);
        end(PgException.fatal(SqlState.INTERNAL_ERROR, "internal error: " + bug));
    }

    private void end(PgException fatal) {
        output.messages().report(fatalReport(fatal.report()));
        end();
    }

    private void end() {
        mailbox.deliverNowhere();
        Session open = session;
        if (open != null) {
            open.terminate();
        }
        registry.unseat(this);
        output.send();
        transport.giveBack();
        transport.close();
        Thread.startVirtualThread(this::linger);
    }

    /// Lets the client read the last answers.
    private void linger() {
        long deadline = System.nanoTime() + LINGER.toNanos();
        try {
            for (Event event = takeUntil(deadline); !(event instanceof Event.Closed); ) {
                event = takeUntil(deadline);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        transport.abort();
        registry.remove(this);
    }

    private static Report fatalReport(Report report) {
        return report.severity().compareTo(Severity.FATAL) >= 0 ? report : report.withSeverity(Severity.FATAL);
    }

    private Startup.Events eventsWithin(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        return () -> takeUntil(deadline);
    }

    /// Closed when the time is over.
    private Event takeUntil(long deadlineNanos) throws InterruptedException {
        Event event = mailbox.poll((deadlineNanos - System.nanoTime()) / 1_000_000);
        return event == null ? new Event.Closed() : event;
    }
}
