package io.pglitedb.server.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.error.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Map<String, String> read(String text) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("a.conf"), text));
    }

    /// The lines of detail, without the folder's name.
    private String faults(String text) {
        return assertThrows(PgException.class, () -> read(text))
                .report()
                .detail()
                .replace(folder + "/", "");
    }

    @Test
    void linesHoldANameAndAValue() throws IOException {
        assertEquals(
                Map.of(
                        "work_mem", "64MB",
                        "search_path", "it's, a \tpath",
                        "geqo", "off",
                        "DateStyle", "ISO, MDY",
                        "my.own", "x.y-z",
                        "random_page_cost", "1.5e0",
                        "max_connections", "20"),
                read("""
                        # a comment
                        work_mem = 64MB   # another
                        search_path='it''s, a \\tpath'

                          geqo off
                        DateStyle 'ISO, MDY'
                        my.own = x.y-z
                        random_page_cost=1.5e0
                        max_connections = 10
                        MAX_CONNECTIONS = 20
                        """));
    }

    @Test
    void thereMayBeNoFile() {
        assertEquals(Map.of(), SettingsFile.read(folder.resolve("absent.conf")));
    }

    /// As PostgreSQL tells them, with the line.
    @Test
    void allWrongLinesAreTold() {
        assertEquals("""
                syntax error in file "a.conf" line 3, near end of line
                syntax error in file "a.conf" line 4, near token "="
                syntax error in file "a.conf" line 5, near token "2"
                unrecognized configuration parameter "foo" in file "a.conf" line 6
                invalid value for parameter "work_mem": "abc" in file "a.conf" line 7
                0 is outside the valid range for parameter "max_connections" (1 .. 262143) in file "a.conf" line 8
                parameter "server_version" cannot be changed in file "a.conf" line 9
                syntax error in file "a.conf" line 10, near token "'\"""", faults("""

                        geqo = on
                        bar
                        = 3
                        shared_buffers = 1 2
                        foo = 1
                        work_mem = abc
                        max_connections = 0
                        server_version = 99
                        search_path = 'open
                        """));
    }

    @Test
    void filesIncludeOthers() throws IOException {
        Files.createDirectory(folder.resolve("more"));
        Files.writeString(folder.resolve("more/1.conf"), "work_mem = 2MB\ngeqo = off");
        Files.writeString(folder.resolve("more/2.conf"), "work_mem = 3MB");
        Files.writeString(folder.resolve("more/ignored"), "nonsense");
        Files.writeString(folder.resolve("b.conf"), "temp_buffers = 9MB");
        assertEquals(Map.of("work_mem", "3MB", "geqo", "off", "temp_buffers", "9MB"), read("""
                        work_mem = 1MB
                        include 'b.conf'
                        include_if_exists = absent.conf
                        include_dir 'more'
                        """));
    }

    @Test
    void includesThatCannotBeAreTold() {
        assertEquals(
                "could not open configuration file \"absent.conf\": absent.conf\n"
                        + "could not open configuration directory \"nowhere\" in file \"a.conf\" line 2",
                faults("include absent.conf\ninclude_dir nowhere"));
        assertEquals(
                "could not open configuration file \"a.conf\": maximum nesting depth exceeded in file \"a.conf\" line 1",
                faults("include 'a.conf'"));
    }
}
