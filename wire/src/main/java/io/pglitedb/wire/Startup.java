package io.pglitedb.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.wire.message.MessageReader;
import io.pglitedb.wire.message.StartupPacket;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From the first byte to an open session.
record Startup(
        ClientConnection connection, Events events, ClientOutput output, ConnectionRegistry registry, Channel channel) {
    /// Where the next event comes from.
    interface Events {
        Event next() throws InterruptedException;
    }

    /// Null when the connection ends without a session: a cancel request, or a client that has vanished. Throws the
    /// FATAL report for the client otherwise.
    Session open() throws InterruptedException {
        while (true) {
            switch (events.next()) {
                case Event.Frame(char _, byte[] body) -> {
                    switch (MessageReader.readStartup(body)) {
                        case StartupPacket.SslRequest _, StartupPacket.GssEncryptionRequest _ ->
                            channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {'N'}), channel.voidPromise());
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
                case Event.TerminationRequested _ -> throw MessageLoop.terminated();
                case Event.Closed _ -> {
                    return null;
                }
            }
        }
    }

    private Session connect(StartupPacket.Startup startup) {
        if (startup.majorVersion() != 3) {
            throw PgException.fatal(
                    SqlState.FEATURE_NOT_SUPPORTED,
                    "unsupported frontend protocol %d.%d: server supports 3.0 to 3.0"
                            .formatted(startup.majorVersion(), startup.minorVersion()));
        }
        Map<String, String> options = new LinkedHashMap<>(startup.parameters());
        List<String> unknown = options.keySet().stream()
                .filter(name -> name.startsWith("_pq_."))
                .toList();
        unknown.forEach(options::remove);
        if (startup.minorVersion() > 0 || !unknown.isEmpty()) {
            output.messages().negotiateProtocolVersion(unknown);
        }
        String user = options.remove("user");
        String database = options.remove("database");
        if (user == null || user.isEmpty()) {
            throw PgException.fatal(
                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                    "no PostgreSQL user name specified in startup packet");
        }
        if (database == null || database.isEmpty()) {
            database = user;
        }
        String address =
                ((InetSocketAddress) channel.remoteAddress()).getAddress().getHostAddress();
        switch (registry.sessions().login(database, user, address)) {
            case RoleLogin.Trust _ -> {}
            case RoleLogin.Scram _, RoleLogin.Refused _ ->
                throw PgException.fatal(
                        SqlState.FEATURE_NOT_SUPPORTED, "SCRAM-SHA-256 authentication is not supported yet");
        }
        int processId = registry.nextProcessId();
        int cancelKey = registry.nextCancelKey();
        output.messages().authenticationOk();
        Session session = registry.sessions()
                .connect(new ConnectRequest(database, user, options, processId, cancelKey, address), connection);
        registry.allowCancel(connection, processId, cancelKey);
        session.initialParameters().forEach(output::parameterStatus);
        output.messages().backendKeyData(processId, cancelKey);
        return session;
    }
}
