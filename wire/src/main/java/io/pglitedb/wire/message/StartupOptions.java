package io.pglitedb.wire.message;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The parameters of a startup packet, sorted by what they are for.
///
/// @param settings by name, case aside; a parameter of its own wins over one in `options`
/// @param unknownExtensions of the protocol, `_pq_.…`
public record StartupOptions(
        String database, String user, Map<String, String> settings, List<String> unknownExtensions) {
    private static final Set<String> NOT_SETTINGS = Set.of("user", "database", "options", "replication");

    public static StartupOptions of(Map<String, String> parameters) {
        String user = parameters.getOrDefault("user", "");
        if (user.isEmpty()) {
            throw PgException.fatal(
                    SqlState.INVALID_AUTHORIZATION_SPECIFICATION,
                    "no PostgreSQL user name specified in startup packet");
        }
        if (isReplication(parameters.getOrDefault("replication", "false"))) {
            throw PgException.fatal(
                    SqlState.FEATURE_NOT_SUPPORTED, "the streaming replication protocol is not supported yet");
        }
        Map<String, String> settings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        settings.putAll(CommandLineOptions.parse(parameters.getOrDefault("options", "")));
        parameters.forEach((name, value) -> {
            if (!NOT_SETTINGS.contains(name) && !isExtension(name)) {
                settings.put(name, value);
            }
        });
        String database = parameters.getOrDefault("database", "");
        return new StartupOptions(
                database.isEmpty() ? user : database,
                user,
                settings,
                parameters.keySet().stream().filter(StartupOptions::isExtension).toList());
    }

    private static boolean isExtension(String name) {
        return name.startsWith("_pq_.");
    }

    private static boolean isReplication(String value) {
        return switch (value) {
            case "database", "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default ->
                throw PgException.fatal(
                                SqlState.INVALID_PARAMETER_VALUE,
                                "invalid value for parameter \"replication\": \"" + value + "\"")
                        .hint("Valid values are: \"false\", 0, \"true\", 1, \"database\".");
        };
    }
}
