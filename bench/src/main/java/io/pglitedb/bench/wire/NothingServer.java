package io.pglitedb.bench.wire;

import io.pglitedb.executor.session.ConnectRequest;
import io.pglitedb.executor.session.LoginRequest;
import io.pglitedb.executor.session.RoleLogin;
import io.pglitedb.executor.session.Session;
import io.pglitedb.executor.session.SessionEvents;
import io.pglitedb.executor.session.SessionFactory;
import io.pglitedb.wire.WireOptions;
import io.pglitedb.wire.WireServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// `NothingServer PORT` serves until it is killed: `bench/pgbench/nothing` measures it.
public final class NothingServer {
    private NothingServer() {}

    private static final class Sessions implements SessionFactory {
        @Override
        public RoleLogin login(LoginRequest request) {
            return new RoleLogin.Trust();
        }

        @Override
        public Session connect(ConnectRequest request, SessionEvents events) {
            return new NothingSession();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (WireServer server = new WireServer(new Sessions(), WireOptions.DEFAULTS.withMaxConnections(10_000))) {
            InetSocketAddress address = server.listen(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
            System.out.println("ready: postgresql://127.0.0.1:" + address.getPort() + "/postgres");
            Thread.currentThread().join();
        }
    }
}
