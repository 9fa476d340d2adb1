package io.pglitedb.tiering;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import java.time.Duration;
import java.util.List;

/// When rows of a table become cold: its options `tiering` and `cold_after`, else the settings `pglitedb.tiering`
/// and `pglitedb.cold_after`, whose values they take.
public record TieringPolicy(boolean automatic, Duration coldAfter) {
    private static final List<String> OPTIONS = List.of("tiering", "cold_after");

    public static TieringPolicy of(TableDef table, SessionSettings server) {
        String tiering = server.show("pglitedb.tiering");
        double seconds = server.number("pglitedb.cold_after");
        for (String option : table.options()) {
            if (option.startsWith("tiering=")) {
                tiering = option.substring("tiering=".length());
            } else if (option.startsWith("cold_after=")) {
                seconds = seconds(option.substring("cold_after=".length()));
            }
        }
        return new TieringPolicy(tiering.equals("auto"), Duration.ofMillis((long) (seconds * 1_000)));
    }

    private static double seconds(String text) {
        return checked("cold_after", text).number("pglitedb.cold_after");
    }

    private static SessionSettings checked(String option, String text) {
        SessionSettings scratch = new SessionSettings();
        scratch.initialize("pglitedb." + option, text, Source.FILE);
        return scratch;
    }

    /// 22023 for a value that an option of a table cannot have.
    ///
    /// @param options `name=value`
    public static void check(List<String> options) {
        for (String option : options) {
            int equals = option.indexOf('=');
            if (OPTIONS.contains(option.substring(0, equals))) {
                checked(option.substring(0, equals), option.substring(equals + 1));
            }
        }
    }
}
