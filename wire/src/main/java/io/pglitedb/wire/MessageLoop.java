package io.pglitedb.wire;

import io.pglitedb.executor.session.ExecuteOutcome;
import io.pglitedb.executor.session.PortalDescription;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.StatementDescription;
import io.pglitedb.executor.session.TransactionStatus;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.Severity;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.FrontendMessage;
import io.pglitedb.wire.message.MessageReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers messages, one at a time, until the client leaves, or is made to. After an error in an extended-query
/// message everything up to the next
/// Sync is skipped.
final class MessageLoop {
    private static final Logger LOGGER = LoggerFactory.getLogger(MessageLoop.class);
    private static final Set<Character> EXTENDED_TYPES = Set.of('P', 'B', 'D', 'E', 'C', 'H');

    private final Session session;
    private final ClientOutput output;
    private final Supplier<Optional<Report>> termination;
    private boolean skipping;
    private boolean notificationsPending;
    /// True between ReadyForQuery and the next message: an idle session has no implicit transaction open.
    private boolean atRest;

    MessageLoop(Session session, ClientOutput output, Supplier<Optional<Report>> termination) {
        this.session = session;
        this.output = output;
        this.termination = termination;
    }

    /// Tells the client that the session is open.
    void begin() {
        ready();
    }

    /// False when the client has left; throws the FATAL report that ends the connection otherwise.
    boolean handle(Event event) {
        switch (event) {
            case Event.Frame(char type, byte[] body) -> {
                if (type == 'X') {
                    return false;
                }
                if (!skipping || type == 'S') {
                    answer(type, body);
                }
            }
            case Event.Refused(Report report) -> throw new PgException(report);
            case Event.NotificationsPending _ -> {
                notificationsPending = true;
                if (atRest && session.transactionStatus() == TransactionStatus.IDLE) {
                    deliverNotifications();
                    output.flush();
                }
            }
            case Event.TerminationRequested(Report reason) -> throw new PgException(reason);
            case Event.Closed _ -> {
                return false;
            }
        }
        return true;
    }

    private void endIfRequested() {
        termination.get().ifPresent(reason -> {
            throw new PgException(reason);
        });
    }

    private void answer(char type, byte[] body) {
        atRest = false;
        output.statementBegins();
        endIfRequested();
        FrontendMessage message;
        try {
            message = MessageReader.read(type, body);
        } catch (PgException refused) {
            session.fail();
            failed(type, refused);
            return;
        }
        try {
            run(message);
        } catch (PgException error) {
            failed(type, error);
            return;
        } catch (OutOfMemoryError exhausted) {
            session.fail();
            failed(type, new PgException(SqlState.OUT_OF_MEMORY, "out of memory", exhausted));
            return;
        } catch (RuntimeException | Error bug) {
            LOGGER.error("unexpected failure of a statement", bug);
            session.fail();
            failed(type, new PgException(SqlState.INTERNAL_ERROR, "internal error: " + bug, bug));
            return;
        }
        if (type == 'Q' || type == 'S' || type == 'F') {
            skipping = false;
            ready();
        }
    }

    private void failed(char type, PgException error) {
        if (error.report().severity().compareTo(Severity.FATAL) >= 0) {
            throw error;
        }
        endIfRequested(); // The error is the statement's end by the termination, as a rule.
        output.messages().report(error.report());
        if (EXTENDED_TYPES.contains(type)) {
            skipping = true;
            output.flush();
        } else {
            skipping = false;
            ready();
        }
    }

    private void ready() {
        TransactionStatus status = session.transactionStatus();
        if (notificationsPending && status == TransactionStatus.IDLE) {
            deliverNotifications();
        }
        output.messages().readyForQuery(status.code());
        output.rest();
        atRest = true;
    }

    private void deliverNotifications() {
        notificationsPending = false;
        session.deliverNotifications(output);
    }

    private void run(FrontendMessage message) {
        switch (message) {
            case FrontendMessage.Query(String sql) -> session.simpleQuery(sql, output);
            case FrontendMessage.Parse(String statement, String sql, int[] oids) -> {
                session.parse(statement, sql, oids, output);
                output.messages().empty('1');
            }
            case FrontendMessage.Bind bind -> {
                session.bind(
                        bind.portal(),
                        bind.statement(),
                        bind.parameterFormats(),
                        bind.values(),
                        bind.resultFormats(),
                        output);
                output.messages().empty('2');
            }
            case FrontendMessage.DescribeStatement(String statement) -> {
                StatementDescription description = session.describeStatement(statement);
                output.messages().parameterDescription(description.parameterOids());
                columns(new PortalDescription(description.returnsRows(), description.columns()));
            }
            case FrontendMessage.DescribePortal(String portal) -> columns(session.describePortal(portal));
            case FrontendMessage.Execute(String portal, int maxRows) -> {
                if (session.execute(portal, maxRows, output) == ExecuteOutcome.SUSPENDED) {
                    output.messages().empty('s');
                }
            }
            case FrontendMessage.CloseStatement(String statement) -> {
                session.closeStatement(statement);
                output.messages().empty('3');
            }
            case FrontendMessage.ClosePortal(String portal) -> {
                session.closePortal(portal);
                output.messages().empty('3');
            }
            case FrontendMessage.Sync _ -> session.sync(output);
            case FrontendMessage.Flush _ -> output.flush();
            case FrontendMessage.FunctionCall call ->
                output.messages()
                        .functionResult(session.callFunction(
                                call.function(), call.argumentFormats(), call.values(), call.resultFormat(), output));
            // What a client still sends after its COPY has failed.
            case FrontendMessage.CopyData _, FrontendMessage.CopyDone _, FrontendMessage.CopyFail _ -> {}
            case FrontendMessage.Terminate _ -> throw new IllegalStateException("handled by the loop");
        }
    }

    private void columns(PortalDescription description) {
        if (description.returnsRows()) {
            output.messages().rowDescription(List.copyOf(description.columns()));
        } else {
            output.messages().empty('n');
        }
    }
}
