package io.pglitedb.catalog.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.error.PgException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionSettingsTest {
    /// One session's statements and what PostgreSQL 15 answered, in order.
    @Test
    void answersAsPostgres() throws Exception {
        SessionSettings settings = new SessionSettings();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        String table = new String(
                SessionSettingsTest.class.getResourceAsStream("answers.tsv").readAllBytes(), StandardCharsets.UTF_8);
        for (String line : table.lines().toList()) {
            String[] fields = line.split("\t", -1);
            String answer = answer(settings, fields);
            asked++;
            if (!answer.equals(fields[3])) {
                wrong.add(line + " but was " + answer);
            }
        }
        assertTrue(asked > 150);
        assertEquals("", String.join("\n", wrong));
    }

    private static String answer(SessionSettings settings, String[] fields) {
        try {
            switch (fields[0]) {
                case "set" -> settings.set(fields[1], fields[2], false, true);
                case "reset" -> settings.reset(fields[1], true);
                default -> {
                    return settings.show(fields[1]);
                }
            }
            return "";
        } catch (PgException e) {
            return "ERROR:  " + e.state().code() + ": " + e.report().message()
                    + (e.report().detail() == null
                            ? ""
                            : "|DETAIL:  " + e.report().detail())
                    + (e.report().hint() == null ? "" : "|HINT:  " + e.report().hint());
        }
    }

    @Test
    void stacksChangesBySavepoint() {
        SessionSettings settings = new SessionSettings();
        int transaction = settings.begin();
        settings.set("work_mem", "2MB", true, false);
        int first = settings.begin();
        settings.set("work_mem", "3MB", false, false);
        settings.end(first, false);
        assertEquals("2MB", settings.show("WORK_MEM"));
        int second = settings.begin();
        settings.set("work_mem", "5MB", false, false);
        settings.end(second, true);
        settings.set("work_mem", "6MB", true, false);
        settings.end(transaction, true);
        assertEquals("5MB", settings.show("work_mem"));
        transaction = settings.begin();
        settings.resetAll();
        assertEquals("4MB", settings.show("work_mem"));
        settings.end(transaction, false);
        assertEquals("5MB", settings.show("work_mem"));
    }

    @Test
    void joinsListsOfNames() {
        assertEquals("\"a b\", \"C\", d, \"\"", Settings.join("search_path", List.of("a b", "C", "d", "")));
        assertEquals("sql, dmy", Settings.join("datestyle", List.of("sql", "dmy")));
        PgException fault = assertThrows(PgException.class, () -> Settings.join("work_mem", List.of("a", "b")));
        assertEquals("SET work_mem takes only one argument", fault.report().message());
    }

    @Test
    void readsEveryBootValue() {
        SessionSettings settings = new SessionSettings();
        Settings.all().forEach(setting -> settings.show(setting.name()));
        Settings.REPORTED.forEach(settings::show);
    }
}
