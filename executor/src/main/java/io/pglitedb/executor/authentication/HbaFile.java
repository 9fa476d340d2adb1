package io.pglitedb.executor.authentication;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The file of the rules by which clients are let in. Read when the server starts, and again once it has changed;
/// one with mistakes in it is refused at the start, and passed over later, the rules staying what they were.
/// Thread-safe.
public final class HbaFile {
    /// In the data directory.
    public static final String NAME = "pg_hba.conf";

    private static final Logger LOGGER = LoggerFactory.getLogger(HbaFile.class);

    private static final String FIRST = """
            # Who may connect, and what he has to prove. The first line that fits a connection decides; when none
            # fits, it is refused. PostgreSQL's documentation, "The pg_hba.conf File", describes the format.
            # Changes apply to the next connection: the server reads the file again by itself.
            #
            #   TYPE      local (from within the server's process), host, hostssl, hostnossl
            #   METHOD    trust, reject, scram-sha-256, md5, password
            #
            # CAUTION: as it stands, everybody on this machine may connect as any role, without a password. To ask
            # for one: ALTER ROLE … PASSWORD '…', then write scram-sha-256 below in place of trust.

            # TYPE  DATABASE        USER            ADDRESS                 METHOD
            local   all             all                                     trust
            host    all             all             127.0.0.1/32            trust
            host    all             all             ::1/128                 trust
            """;

    /// A line and what became of it.
    ///
    /// @param rule null when the line is wrong
    /// @param fault null when it is right
    record Entry(int line, HbaRule rule, String fault) {}

    private record State(FileTime modified, long size, List<HbaRule> rules) {}

    private final Path path;
    private volatile State state;

    private HbaFile(Path path) {
        this.path = path;
    }

    /// Writes the file first when there is none: then everybody on the machine is trusted. F0000 with a line of
    /// detail for each wrong line.
    ///
    /// @param configured the setting `hba_file`, empty for the usual place
    public static HbaFile open(Path dataDirectory, String configured) {
        HbaFile file = new HbaFile(dataDirectory.resolve(configured.isEmpty() ? NAME : configured));
        try {
            if (configured.isEmpty() && !Files.exists(file.path)) {
                Files.createDirectories(dataDirectory);
                Files.writeString(file.path, FIRST);
            }
            file.state = file.load();
        } catch (IOException failure) {
            throw PgException.fatal(SqlState.CONFIG_FILE_ERROR, "could not load \"" + file.path + "\"")
                    .detail("could not open configuration file \"%s\": %s".formatted(file.path, failure.getMessage()));
        }
        return file;
    }

    public Path path() {
        return path;
    }

    /// Whether some rule lets clients in without a proof.
    public boolean trusts() {
        return state.rules.stream().anyMatch(rule -> rule.method() == AuthenticationMethod.TRUST);
    }

    /// Those in force.
    List<HbaRule> rules() {
        State known = state;
        try {
            if (!Files.getLastModifiedTime(path).equals(known.modified) || Files.size(path) != known.size) {
                known = load();
                state = known;
            }
        } catch (IOException | PgException failure) {
            LOGGER.error("{} was not reloaded: {}", path, explain(failure));
        }
        return known.rules;
    }

    private static String explain(Exception failure) {
        return failure instanceof PgException wrong && wrong.report().detail() != null
                ? wrong.report().detail()
                : failure.getMessage();
    }

    /// As the file is now, right or wrong.
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (HbaFields.Line line : HbaFields.read(path)) {
            try {
                entries.add(new Entry(line.number(), HbaLineParser.parse(line), null));
            } catch (HbaLineParser.Fault fault) {
                entries.add(new Entry(line.number(), null, fault.getMessage()));
            }
        }
        return entries;
    }

    private State load() throws IOException {
        FileTime modified = Files.getLastModifiedTime(path);
        long size = Files.size(path);
        List<Entry> entries = entries();
        List<String> faults = entries.stream()
                .filter(entry -> entry.fault != null)
                .map(entry -> "%s in file \"%s\" line %d".formatted(entry.fault, path, entry.line))
                .toList();
        if (!faults.isEmpty()) {
            throw PgException.fatal(SqlState.CONFIG_FILE_ERROR, "could not load \"" + path + "\"")
                    .detail(String.join("\n", faults));
        }
        if (entries.isEmpty()) {
            throw PgException.fatal(SqlState.CONFIG_FILE_ERROR, "could not load \"" + path + "\"")
                    .detail("configuration file \"" + path + "\" contains no entries");
        }
        return new State(modified, size, entries.stream().map(Entry::rule).toList());
    }
}
