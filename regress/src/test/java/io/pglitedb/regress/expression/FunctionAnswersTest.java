package io.pglitedb.regress.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.error.PgException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every statement of `expression/functions/*.sql` answers what PostgreSQL 15 did, errors with their detail and
/// hint; `record-answers.py` beside them records again.
final class FunctionAnswersTest {
    @ParameterizedTest
    @ValueSource(strings = {"bits", "hashes", "jsonpaths", "ranges", "templates", "texts", "xml"})
    void answersArePostgresqls(String topic) {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String line : lines("/expression/functions/" + topic + ".tsv")) {
            String statement = line.substring(line.lastIndexOf('\t') + 1);
            String ours = answer(unescape(statement)) + "\t" + statement;
            if (!ours.equals(line)) {
                expected.add(line);
                actual.add(ours);
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    private static String answer(String statement) {
        try {
            return "V\t\t" + escape(Expressions.evaluate(statement)) + "\t\t";
        } catch (PgException e) {
            return String.join(
                    "\t",
                    "E",
                    e.state().code(),
                    escape(e.report().message()),
                    escape(orEmpty(e.report().detail())),
                    escape(orEmpty(e.report().hint())));
        } catch (RuntimeException e) {
            return "crash " + e + " at " + e.getStackTrace()[0];
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = FunctionAnswersTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\r", "\\r");
    }

    private static String unescape(String text) {
        return text.replace("\\\\", "\\");
    }
}
