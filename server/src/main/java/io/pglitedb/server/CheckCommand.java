package io.pglitedb.server;

import io.pglitedb.executor.check.Finding;
import io.pglitedb.executor.engine.Engine;
import io.pglitedb.server.settings.ServerSettings;
import io.pglitedb.types.error.PgException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `pglitedb check`: looks whether everything in a data directory that no server has open fits together. One line
/// a finding; exits with 1 when data is damaged.
@Command(
        name = "check",
        description = "Check that rows, index entries and constraints of a stopped server agree.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("pglitedb-data");

    @Option(names = "--quiet", description = "Do not tell of each table.")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    private boolean damaged;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.exists(data.resolve("FORMAT"))) { // Opening it would make a new one.
            err.println("pglitedb: there is no data directory at \"" + data + "\"");
            return 1;
        }
        ServerSettings settings = ServerSettings.of(data).with(Map.of("autovacuum", "off"));
        try (Engine engine = Engine.open(data, settings.engineOptions())) {
            engine.check(this::found, line -> {
                if (!quiet) {
                    err.println("checked " + line);
                }
            });
        } catch (PgException refused) {
            new Foreground(spec.commandLine().getOut(), err).print(refused.report());
            return 1;
        }
        err.println(damaged ? "the data is damaged" : "no damage found");
        return damaged ? 1 : 0;
    }

    private void found(Finding finding) {
        damaged |= finding.kind() == Finding.Kind.DAMAGE;
        spec.commandLine().getOut().println(finding);
    }
}
