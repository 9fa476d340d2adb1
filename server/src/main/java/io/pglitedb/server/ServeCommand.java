package io.pglitedb.server;

import io.pglitedb.server.settings.ServerSettings;
import io.pglitedb.server.settings.SettingsFile;
import io.pglitedb.types.error.PgException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
        Foreground foreground =
                new Foreground(spec.commandLine().getOut(), spec.commandLine().getErr());
        ServerSettings settings;
        try {
            settings = settings();
        } catch (PgException refused) {
            foreground.print(refused.report());
            return 1;
        }
        return foreground.serve(data, settings, port == null ? settings.port() : port, db -> true);
    }

    private ServerSettings settings() {
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
        return settings;
    }
}
