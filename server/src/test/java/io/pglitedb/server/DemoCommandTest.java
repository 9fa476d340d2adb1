package io.pglitedb.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(180)
class DemoCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();

    private int demo(String... options) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(options);
    }

    @Test
    void everyStepDoesWhatItShould() {
        int code = demo("--data", directory.toString(), "--port", "0", "--scale", "0.01", "--seconds", "1", "--exit");
        assertEquals(0, code, out.toString());
        assertTrue(out.toString().contains("agree: balances 1000000.00"), out.toString());
        assertTrue(out.toString().contains(" 60,175 rows"), out.toString());
    }

    @Test
    void scalesAtWhichKeysComeTwiceAreRefused() {
        assertEquals(CommandLine.ExitCode.USAGE, demo("--scale", "0.005"));
        assertTrue(out.toString().contains("--scale must be 0.01 or more"), out.toString());
    }
}
