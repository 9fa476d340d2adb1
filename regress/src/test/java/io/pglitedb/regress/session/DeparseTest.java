package io.pglitedb.regress.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Texts of views and rules, against those that PostgreSQL 15 printed for the same statements.
class DeparseTest extends SqlTest {
    @BeforeAll
    void make() throws IOException, SQLException {
        for (String statement : resource("views.sql").split("\n")) {
            if (!statement.startsWith("--")) {
                sql.run(statement);
            }
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = DeparseTest.class.getResourceAsStream("/session/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void viewsPrintAsInPostgresql() throws IOException, SQLException {
        String texts = """
                SELECT string_agg(concat('-- ', relname, e'\\n', pg_get_viewdef(oid), e'\\n', pg_get_viewdef(oid, true)),
                                  e'\\n' ORDER BY relname)
                  FROM pg_class
                 WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace""";
        assertEquals(resource("views.txt"), sql.rows(texts).getFirst() + "\n");
    }

    @Test
    void rulesPrintAsInPostgresql() throws IOException, SQLException {
        String texts = """
                SELECT string_agg(concat('-- rule ', rulename, e'\\n', pg_get_ruledef(r.oid), e'\\n',
                                         pg_get_ruledef(r.oid, true)),
                                  e'\\n' ORDER BY rulename)
                  FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class
                 WHERE rulename <> '_RETURN' AND relnamespace = 'public'::regnamespace""";
        assertEquals(resource("rules.txt"), sql.rows(texts).getFirst() + "\n");
    }
}
