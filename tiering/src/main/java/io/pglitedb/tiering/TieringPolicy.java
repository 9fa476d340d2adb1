package io.pglitedb.tiering;

import io.pglitedb.catalog.def.TableDef;
import io.pglitedb.catalog.setting.SessionSettings;
import io.pglitedb.catalog.setting.SessionSettings.Source;
import java.time.Duration;

/// When rows of a table become cold: its options `tiering` and `cold_after`, else the settings `pglitedb.tiering`
/// and `pglitedb.cold_after`, whose values they take.
public record TieringPolicy(boolean automatic, Duration coldAfter) {
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
        return new TieringPolicy(!tiering.equals("off"), Duration.ofMillis((long) (seconds * 1_000)));
    }

    private static double seconds(String text) {
        SessionSettings scratch = new SessionSettings();
        scratch.initialize("pglitedb.cold_after", text, Source.FILE);
        return scratch.number("pglitedb.cold_after");
    }

    /// 22023 for a text that is no such time.
    public static void requireColdAfter(String text) {
        seconds(text);
    }
}
