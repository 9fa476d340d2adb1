package io.pglitedb.catalog.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.types.error.PgException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Expectations are a PostgreSQL 15 server's answers.
final class SettingDefTest {
    @Test
    void readsBooleansAndChoices() {
        SettingDef flag = new SettingDef("enable_seqscan", List.of());
        assertEquals("on", flag.parse("ye"));
        assertEquals("off", flag.parse("f"));
        PgException refused = assertThrows(PgException.class, () -> flag.parse("maybe"));
        assertEquals("parameter \"enable_seqscan\" requires a Boolean value", refused.getMessage());

        SettingDef output = new SettingDef("bytea_output", List.of("escape", "hex"));
        assertEquals("hex", output.parse("HEX"));
        refused = assertThrows(PgException.class, () -> output.parse("x"));
        assertEquals("invalid value for parameter \"bytea_output\": \"x\"", refused.getMessage());
        assertEquals("Available values: escape, hex.", refused.report().hint());

        SettingDef commit = new SettingDef("synchronous_commit", List.of("local", "on", "off"));
        assertEquals("on", commit.parse("yes"));
    }
}
