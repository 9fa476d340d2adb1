package io.pglitedb.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command in a process of its own, as an operator sees it.
@Timeout(60)
class ServeCommandTest {
    @TempDir
    private Path directory;

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--data",
                directory.resolve("data").toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String errors() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    private static String readyLine(Process server) throws IOException {
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(out.readLine());
    }

    @Test
    void servesUntilItIsTerminated() throws Exception {
        Process server = start("--port", "0");
        String ready = readyLine(server);
        assertTrue(ready.matches("ready: postgresql://127\\.0\\.0\\.1:\\d+/postgres"), ready + errors());
        try (Connection connection =
                DriverManager.getConnection("jdbc:" + ready.substring("ready: ".length()) + "?user=postgres")) {
            connection.createStatement().execute("SET work_mem = '1MB'");

            Process second = start("--port", "0");
            assertEquals(1, second.waitFor());
            assertTrue(errors().contains("pglitedb: fatal: lock file \"LOCK\" already exists"), errors());
            assertTrue(errors().contains("HINT:  Is another server (PID " + server.pid() + ") running"), errors());

            server.destroy();
            assertEquals(0, server.waitFor());
            SQLException error = assertThrows(
                    SQLException.class, () -> connection.createStatement().execute("SET work_mem = '1MB'"));
            assertEquals("57P01", error.getSQLState());
        }
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Process server = start("--port", Integer.toString(taken.getLocalPort()));
            assertEquals(1, server.waitFor());
            assertTrue(
                    errors().contains("pglitedb: could not listen on 127.0.0.1:" + taken.getLocalPort()
                            + ": Address already in use"),
                    errors());
        }
    }

    @Test
    void saysWhichLinesOfTheSettingsAreWrong() throws Exception {
        Path data = Files.createDirectory(directory.resolve("data"));
        Path file = Files.writeString(data.resolve("pglitedb.conf"), "work_mem = 1MB\nwork_mem = lots\n");
        assertEquals(1, start().waitFor());
        assertTrue(
                errors().contains("DETAIL:  invalid value for parameter \"work_mem\": \"lots\" in file \"" + file
                        + "\" line 2"),
                errors());
    }

    @Test
    void saysThatASettingIsWrong() throws Exception {
        assertEquals(1, start("-c", "work_mem=lots").waitFor());
        assertTrue(errors().contains("pglitedb: error: invalid value for parameter \"work_mem\": \"lots\""), errors());
    }
}
