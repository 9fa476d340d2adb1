package io.pglitedb.executor.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HbaFileTest {
    @TempDir
    Path directory;

    private HbaFile file(String text) throws IOException {
        Files.writeString(directory.resolve(HbaFile.NAME), text);
        return HbaFile.open(directory, "");
    }

    @Test
    void theFirstStartTrustsThisMachineOnly() throws IOException {
        HbaFile first = HbaFile.open(directory, "");
        assertTrue(first.trusts());
        assertEquals(3, first.rules().size());
        assertTrue(first.rules().stream()
                .noneMatch(rule -> rule.matches("d", "u", InetAddress.ofLiteral("192.0.2.1"), false, null)));
        assertTrue(Files.exists(directory.resolve(HbaFile.NAME)));
    }

    /// What PostgreSQL 15 says of such lines in pg_hba_file_rules.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\u0001',
            value = {
                "foo all all trust;invalid connection type \"foo\"",
                "local;end-of-line before database specification",
                "local all;end-of-line before role specification",
                "local all all;end-of-line before authentication method",
                "host all all;end-of-line before IP address specification",
                "host all all 10.0.0.0;end-of-line before netmask specification",
                "host all all 10.0.0.0/40 trust;invalid CIDR mask in address \"10.0.0.0/40\"",
                "host all all ::1 255.0.0.0 trust;IP address and mask do not match",
                "host all all foo.bar/8 trust;specifying both host name and CIDR mask is invalid: \"foo.bar/8\"",
                "host all all samenet bogus;invalid authentication method \"bogus\"",
                "host all all all gss;invalid authentication method \"gss\": not supported by this build",
                "host all all all trust extra;authentication option not in name=value format: extra",
                "host all all all trust extra=1;unrecognized authentication option name: \"extra\"",
                "local,host all all trust;multiple values specified for connection type",
                "host all all a,b trust;multiple values specified for host address",
                "local all all trust,reject;multiple values specified for authentication type"
            })
    void mistakesAreNamedWithTheirLine(String line, String message) {
        PgException refusal = assertThrows(PgException.class, () -> file("# a comment\n\n" + line + "\n"));
        assertEquals(SqlState.CONFIG_FILE_ERROR, refusal.state());
        Path path = directory.resolve(HbaFile.NAME);
        assertEquals("could not load \"" + path + "\"", refusal.report().message());
        assertEquals(
                "%s in file \"%s\" line 3".formatted(message, path),
                refusal.report().detail());
    }

    @ParameterizedTest
    @CsvSource({
        "all, 10.1.2.3, true",
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/9, 10.200.2.3, false",
        "10.0.0.0 255.0.255.0, 10.9.0.7, true",
        "10.0.0.0 255.0.255.0, 10.9.1.7, false",
        "::1/128, ::1, true",
        "::/0, 127.0.0.1, false",
        "0.0.0.0/0, ::1, false",
        "fe80::/10, fe80::1:2, true",
        "samehost, 127.0.0.1, true",
        "samehost, 127.9.9.9, false",
        "samenet, 127.9.9.9, true",
        "samenet, 203.0.113.9, false"
    })
    void addressesMatch(String address, String client, boolean matches) throws IOException {
        HbaRule rule = file("host all all " + address + " reject").rules().getFirst();
        assertEquals(matches, rule.matches("d", "u", InetAddress.ofLiteral(client), false, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "db u; true",
                "db,other u,v; true",
                "\"db\" u; true",
                "sameuser all; false",
                "\"sameuser\" all; false",
                "replication all; false",
                "all \"all\"; false",
                "all @names; true",
                "Db u; false"
            })
    void namesMatch(String names, boolean matches) throws IOException {
        Files.writeString(directory.resolve("names"), "x y # z\nu");
        HbaRule rule = file("local " + names + " trust").rules().getFirst();
        assertEquals(matches, rule.matches("db", "u", null, false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "hostssl, true, true",
        "hostssl, false, false",
        "hostnossl, false, true",
        "hostnossl, true, false",
        "host, true, true",
        "host, false, true",
        "hostgssenc, false, false",
        "hostnogssenc, false, true"
    })
    void typesMatch(String type, boolean encrypted, boolean matches) throws IOException {
        HbaRule rule = file(type + " all all all reject").rules().getFirst();
        assertEquals(matches, rule.matches("d", "u", InetAddress.getLoopbackAddress(), encrypted, null));
        assertFalse(rule.matches("d", "u", null, false, null));
    }

    @Test
    void linesMayGoOnInTheNext() throws IOException {
        assertEquals(
                AuthenticationMethod.SCRAM_SHA_256,
                file("local all \\\nall scram-sha-256").rules().getFirst().method());
    }

    @Test
    void aChangedFileIsReadAgainUnlessItIsWrong() throws IOException {
        HbaFile file = file("local all all trust\n");
        Files.writeString(file.path(), "local all all reject # now\n");
        assertEquals(AuthenticationMethod.REJECT, file.rules().getFirst().method());
        Files.writeString(file.path(), "local all all nonsense and more\n");
        assertEquals(AuthenticationMethod.REJECT, file.rules().getFirst().method());
    }

    @Test
    void aConfiguredFileMustBeThere() {
        PgException refusal = assertThrows(PgException.class, () -> HbaFile.open(directory, "elsewhere.conf"));
        assertEquals(SqlState.CONFIG_FILE_ERROR, refusal.state());
        assertFalse(Files.exists(directory.resolve("elsewhere.conf")));
    }
}
