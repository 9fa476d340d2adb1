package io.pglitedb.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `pglitedb COMMAND`. Each command is a class of its own, named after it.
@Command(
        name = "pglitedb",
        description = "A PostgreSQL-compatible hybrid database.",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            DemoCommand.class,
            RehearseCommand.class,
            VersionCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logging.start();
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
