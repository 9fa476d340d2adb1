package io.pglitedb.server;

import io.pglitedb.server.demo.Demonstration;
import io.pglitedb.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `pglitedb demo`: shows the main job on real data, then serves it.
@Command(
        name = "demo",
        description = "Load TPC-H data, run transactions and queries on it, then serve it.",
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    /// Below it the generator makes keys twice.
    private static final double SCALE_MIN = 0.01;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; the demo's tables in it are made anew (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("pglitedb-demo");

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "TPC-H scale factor, 1 is a gigabyte (default: ${DEFAULT-VALUE}).")
    private double scale = 0.05;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the clients move money (default: ${DEFAULT-VALUE}).")
    private int seconds = 5;

    @Option(names = "--port", paramLabel = "N", description = "TCP port, 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port = 5432;

    @Option(names = "--exit", description = "Do not serve afterwards; exit with 1 when a step failed.")
    private boolean exit;

    @Option(
            names = "--url",
            paramLabel = "JDBC-URL",
            description = "Show it on this PostgreSQL server, whose tables of the same names are dropped.")
    private String url;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!(scale >= SCALE_MIN)) {
            throw new ParameterException(spec.commandLine(), "--scale must be " + SCALE_MIN + " or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (url != null) {
            PGSimpleDataSource other = new PGSimpleDataSource();
            other.setUrl(url);
            return demonstrate(other, out) ? 0 : 1;
        }
        AtomicBoolean right = new AtomicBoolean();
        int code = new Foreground(out, spec.commandLine().getErr())
                .serve(data, new ServerSettings(Map.of()), port, db -> {
                    right.set(demonstrate(db.dataSource(), out));
                    if (!exit) {
                        out.println("The server stays up: connect with psql, or stop it with Ctrl-C.");
                    }
                    return !exit;
                });
        return code == 0 && !right.get() ? 1 : code;
    }

    private boolean demonstrate(DataSource source, PrintWriter out) throws InterruptedException {
        boolean terminal = System.console() != null;
        return new Demonstration(source, out, terminal, scale, Duration.ofSeconds(seconds)).run();
    }
}
