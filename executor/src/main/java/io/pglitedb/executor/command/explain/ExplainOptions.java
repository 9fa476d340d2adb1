package io.pglitedb.executor.command.explain;

import io.pglitedb.planner.ast.DefElem;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Options of an EXPLAIN.
record ExplainOptions(
        boolean analyze,
        boolean verbose,
        boolean costs,
        boolean timing,
        boolean summary,
        boolean settings,
        boolean buffers,
        Format format) {
    enum Format {
        TEXT,
        JSON,
        YAML,
        XML
    }

    static ExplainOptions of(List<DefElem> options) {
        Map<String, Boolean> given = new HashMap<>();
        Format format = Format.TEXT;
        for (DefElem option : options) {
            switch (option.name()) {
                case "analyze", "verbose", "costs", "timing", "summary", "settings", "buffers", "wal" ->
                    given.put(option.name(), flag(option));
                case "format" -> format = format(option);
                default ->
                    throw new PgException(
                                    SqlState.SYNTAX_ERROR,
                                    "unrecognized EXPLAIN option \"%s\"".formatted(option.name()))
                            .at(option.location() + 1);
            }
        }
        boolean analyze = given.getOrDefault("analyze", false);
        if (given.getOrDefault("wal", false) && !analyze) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "EXPLAIN option WAL requires ANALYZE");
        }
        if (given.getOrDefault("timing", false) && !analyze) {
            throw new PgException(SqlState.INVALID_PARAMETER_VALUE, "EXPLAIN option TIMING requires ANALYZE");
        }
        return new ExplainOptions(
                analyze,
                given.getOrDefault("verbose", false),
                given.getOrDefault("costs", true),
                given.getOrDefault("timing", analyze),
                given.getOrDefault("summary", analyze),
                given.getOrDefault("settings", false),
                given.getOrDefault("buffers", false),
                format);
    }

    private static boolean flag(DefElem option) {
        if (option.value() == null) {
            return true;
        }
        return switch (option.value().toString().toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default ->
                throw new PgException(SqlState.SYNTAX_ERROR, "%s requires a Boolean value".formatted(option.name()));
        };
    }

    private static Format format(DefElem option) {
        return switch (String.valueOf(option.value()).toLowerCase(Locale.ROOT)) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            case "yaml" -> Format.YAML;
            case "xml" -> Format.XML;
            default ->
                throw new PgException(
                                SqlState.INVALID_PARAMETER_VALUE,
                                "unrecognized value for EXPLAIN option \"format\": \"%s\"".formatted(option.value()))
                        .at(option.location() + 1);
        };
    }
}
