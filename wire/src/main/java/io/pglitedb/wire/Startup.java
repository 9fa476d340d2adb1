package io.pglitedb.wire;

import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.LoginRequest;
import io.pglitedb.executor.session.Session;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.FrameSplitter.Expected;
import io.pglitedb.wire.message.MessageReader;
import io.pglitedb.wire.message.StartupOptions;
import io.pglitedb.wire.message.StartupPacket;
import io.pglitedb.wire.tls.ServerCertificate;
import java.util.Optional;

/// From the first byte to an open session.
final class Startup {
    /// Where the next event comes from.
    interface Events {
        Event next() throws InterruptedException;
    }

    private static final int SSL_CODE_MINOR = 5679;
    private static final int GSS_CODE_MINOR = 5680;
    private static final int CODE_MAJOR = 1234;

    private final ClientConnection connection;
    private final Events events;
    private final ClientOutput output;
    private final ConnectionRegistry registry;
    private final Transport transport;
    private Optional<ServerCertificate> encryptedWith = Optional.empty();
    private boolean sslAnswered;
    private boolean gssAnswered;

    Startup(
            ClientConnection connection,
            Events events,
            ClientOutput output,
            ConnectionRegistry registry,
            Transport transport) {
        this.connection = connection;
        this.events = events;
        this.output = output;
        this.registry = registry;
        this.transport = transport;
    }

    /// Null when the connection ends without a session: a cancel request, or a client that has vanished. Throws
    /// the
    /// FATAL report for the client otherwise.
    Session open() throws InterruptedException {
        while (true) {
            switch (events.next()) {
                case Event.Frame(char _, byte[] body) -> {
                    switch (MessageReader.readStartup(body)) {
                        case StartupPacket.SslRequest _ -> answerSslRequest();
                        case StartupPacket.GssEncryptionRequest _ -> answerGssRequest();
                        case StartupPacket.CancelRequest(int processId, int cancelKey) -> {
                            registry.cancel(processId, cancelKey);
                            return null;
                        }
                        case StartupPacket.Startup startup -> {
                            return connect(startup);
                        }
                    }
                }
                case Event.Refused(Report report) -> throw new PgException(report);
                case Event.NotificationsPending _ -> {}
                case Event.TerminationRequested(Report reason) -> throw new PgException(reason);
                case Event.Closed _ -> {
                    return null;
                }
            }
        }
    }

    private void answerSslRequest() {
        if (sslAnswered) {
            throw unsupported(CODE_MAJOR, SSL_CODE_MINOR);
        }
        sslAnswered = true;
        encryptedWith = registry.options().certificate();
        encryptedWith.ifPresentOrElse(transport::encrypt, this::refuseEncryption);
        gssAnswered = encryptedWith.isPresent();
    }

    private void answerGssRequest() {
        if (gssAnswered) {
            throw unsupported(CODE_MAJOR, GSS_CODE_MINOR);
        }
        gssAnswered = true;
        sslAnswered = false;
        refuseEncryption();
    }

    private void refuseEncryption() {
        transport.send(new byte[] {'N'}, 1);
        transport.expect(Expected.STARTUP);
    }

    private Session connect(StartupPacket.Startup startup) throws InterruptedException {
        if (startup.majorVersion() != 3) {
            throw unsupported(startup.majorVersion(), startup.minorVersion());
        }
        StartupOptions options = StartupOptions.of(startup.parameters());
        if (startup.minorVersion() > 0 || !options.unknownExtensions().isEmpty()) {
            output.messages().negotiateProtocolVersion(options.unknownExtensions());
        }
        if (!registry.seat(connection)) {
            throw PgException.fatal(SqlState.TOO_MANY_CONNECTIONS, "sorry, too many clients already");
        }
        String address = transport.clientAddress();
        byte[] endpointHash = encryptedWith.map(ServerCertificate::endpointHash).orElseGet(() -> new byte[0]);
        new Login(events, output, transport, registry)
                .prove(
                        registry.sessions()
                                .login(new LoginRequest(
                                        options.database(), options.user(), address, encryptedWith.isPresent())),
                        options.user(),
                        endpointHash);
        int processId = registry.nextProcessId();
        int cancelKey = registry.nextCancelKey();
        output.messages().authenticationOk();
        Session session = registry.sessions()
                .connect(
                        new ConnectRequest(
                                options.database(), options.user(), options.settings(), processId, cancelKey, address),
                        connection);
        registry.allowCancel(connection, processId, cancelKey);
        session.initialParameters().forEach(output::parameterStatus);
        output.messages().backendKeyData(processId, cancelKey);
        transport.expect(Expected.MESSAGES);
        return session;
    }

    private static PgException unsupported(int majorVersion, int minorVersion) {
        return PgException.fatal(
                SqlState.FEATURE_NOT_SUPPORTED,
                "unsupported frontend protocol %d.%d: server supports 3.0 to 3.0"
                        .formatted(majorVersion, minorVersion));
    }
}
