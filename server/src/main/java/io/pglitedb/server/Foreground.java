package io.pglitedb.server;

import io.pglitedb.server.settings.ServerSettings;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/// A server that holds the terminal until SIGTERM or SIGINT, then ends every session and the process with 0.
final class Foreground {
    /// What is done with the running server; true to go on serving.
    interface Action {
        boolean run(PgLiteDb db) throws InterruptedException;
    }

    private final PrintWriter out;
    private final PrintWriter err;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    Foreground(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// The process's exit code. Port 0 takes any free port.
    int serve(Path data, ServerSettings settings, int port, Action action) throws InterruptedException {
        try (PgLiteDb db = PgLiteDb.open(data, settings)) {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (String host : settings.listenAddresses()) {
                addresses.addAll(listen(db, host, port));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
            if (action.run(db)) {
                if (db.hbaFile().trusts()) {
                    err.println("notice: clients are let in without a password (trust authentication), see "
                            + db.hbaFile().path());
                    err.flush();
                }
                announce(addresses);
                stop.await();
            }
            return 0;
        } catch (PgException refused) {
            print(refused.report());
        } catch (UnknownHostException unknown) {
            err.println("pglitedb: could not find an address to listen on: " + unknown.getMessage());
        } catch (IOException failure) {
            err.println("pglitedb: " + failure.getMessage() + ": " + reason(failure));
            err.println(
                    "HINT:  Is another server already running on that port? If not, choose another one with --port.");
        } finally {
            stopped.countDown();
        }
        return 1;
    }

    /// At every address of the host that there is; at least at one.
    private List<InetSocketAddress> listen(PgLiteDb db, String host, int port) throws IOException {
        if (host.equals("*")) {
            return List.of(db.listen(new InetSocketAddress(port)));
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        IOException failure = null;
        for (InetAddress address : InetAddress.getAllByName(host)) {
            try {
                addresses.add(db.listen(new InetSocketAddress(address, port)));
            } catch (IOException refused) {
                failure = refused;
            }
        }
        if (addresses.isEmpty()) {
            throw failure;
        }
        return addresses;
    }

    private void announce(List<InetSocketAddress> addresses) {
        for (InetSocketAddress address : addresses) {
            String host = address.getAddress().getHostAddress();
            out.printf(
                    "ready: postgresql://%s:%d/postgres%n",
                    host.contains(":") ? "[" + host + "]" : host, address.getPort());
        }
        out.flush();
    }

    /// A signal has come, or the process ends by itself: the database closes first.
    private void stop() {
        boolean signaled = stopped.getCount() > 0;
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (signaled) {
            Runtime.getRuntime().halt(0);
        }
    }

    void print(Report report) {
        err.println("pglitedb: " + report.severity().name().toLowerCase(Locale.ROOT) + ": " + report.message());
        if (report.detail() != null) {
            report.detail().lines().forEach(line -> err.println("DETAIL:  " + line));
        }
        if (report.hint() != null) {
            err.println("HINT:  " + report.hint());
        }
    }

    /// The last part of what the operating system said.
    private static String reason(IOException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }
}
