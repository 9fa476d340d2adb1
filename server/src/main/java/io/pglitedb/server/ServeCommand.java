package io.pglitedb.server;

import io.pglitedb.server.settings.ServerSettings;
import io.pglitedb.server.settings.SettingsFile;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pglitedb serve`: serves in the foreground until it is told to stop.
@Command(name = "serve", description = "Serve clients until SIGTERM or SIGINT.", sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("pglitedb-data");

    @Option(
            names = "--listen",
            paramLabel = "ADDR",
            description = "Address to listen on, or * for all (default: listen_addresses, else 127.0.0.1).")
    private String listen;

    @Option(names = "--port", paramLabel = "N", description = "TCP port, 0 for a free one (default: port, else 5432).")
    private Integer port;

    @Option(names = "-c", paramLabel = "NAME=VALUE", description = "A setting that wins over pglitedb.conf.")
    private List<String> assignments = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            serve();
            return 0;
        } catch (PgException refused) {
            print(refused.report(), err);
        } catch (IOException failure) {
            err.println("pglitedb: " + failure.getMessage() + ": " + reason(failure));
            err.println(
                    "HINT:  Is another server already running on that port? If not, choose another one with --port.");
        }
        return 1;
    }

    private static void print(Report report, PrintWriter err) {
        err.println("pglitedb: " + report.severity().name().toLowerCase(Locale.ROOT) + ": " + report.message());
        if (report.detail() != null) {
            report.detail().lines().forEach(line -> err.println("DETAIL:  " + line));
        }
        if (report.hint() != null) {
            err.println("HINT:  " + report.hint());
        }
    }

    private static String reason(IOException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.substring(message.lastIndexOf(": ") + 1).strip();
    }

    private void serve() throws IOException, InterruptedException {
        ServerSettings settings = ServerSettings.of(data);
        for (String assignment : assignments) {
            settings = settings.with(SettingsFile.assignment(assignment));
        }
        if (port != null && port != 0) { // A free one is no setting.
            settings = settings.with(Map.of("port", port.toString()));
        }
        if (listen != null) {
            settings = settings.with(Map.of("listen_addresses", listen));
        }
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(stop, stopped), "shutdown");
        try (PgLiteDb db = PgLiteDb.open(data, settings)) {
            List<InetSocketAddress> addresses = new ArrayList<>();
            for (String host : settings.listenAddresses()) {
                InetAddress address = InetAddress.getByName(host.equals("*") ? "0.0.0.0" : host);
                addresses.add(db.listen(new InetSocketAddress(address, port == null ? settings.port() : port)));
            }
            announce(addresses);
            Runtime.getRuntime().addShutdownHook(hook);
            stop.await();
        } finally {
            stopped.countDown();
        }
    }

    private void announce(List<InetSocketAddress> addresses) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("notice: every client is let in without a password (trust authentication)");
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        for (InetSocketAddress address : addresses) {
            String host = address.getAddress().getHostAddress();
            out.printf(
                    "ready: postgresql://%s:%d/postgres%n",
                    host.contains(":") ? "[" + host + "]" : host, address.getPort());
        }
        out.flush();
    }

    /// A signal has come: the main thread closes, then the process ends with 0, as PostgreSQL's does.
    private static void stop(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
