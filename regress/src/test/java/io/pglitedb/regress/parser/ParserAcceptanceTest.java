package io.pglitedb.regress.parser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.regress.Recording;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Accepts and refuses what PostgreSQL 15's grammar does, statement by statement of PostgreSQL's own suite, with the
/// same message and position. `parser/verdicts.tsv.gz` holds what PostgreSQL 15.18 said: file, `ok` or SQLSTATE,
/// position, message, statement. A statement kind that the parser does not know yet (0A000) counts by itself.
final class ParserAcceptanceTest {
    private record Verdict(String file, String state, int position, String message, String statement) {}

    private static final double QUERIES_RIGHT_MIN = 0.995;

    @Test
    void queriesAndModificationsAreReadAsPostgresqlReadsThem() {
        int right = 0;
        int notYet = 0;
        List<String> wrong = new ArrayList<>();
        TreeMap<String, Integer> missing = new TreeMap<>();
        List<Verdict> verdicts = verdicts();
        for (Verdict verdict : verdicts) {
            String problem = compare(verdict);
            if (problem == null) {
                right++;
            } else if (problem.startsWith("0A000 ")) {
                notYet++;
                missing.merge(problem.substring(6), 1, Integer::sum);
            } else {
                wrong.add(verdict.file() + ": " + problem + "\n    "
                        + verdict.statement().lines().limit(3).toList());
            }
        }
        double ratio = (double) right / (right + wrong.size());
        System.out.printf(
                "parser: %d statements, %d right, %d wrong (%.2f %%), %d of kinds not read yet%n",
                verdicts.size(), right, wrong.size(), 100 * ratio, notYet);
        wrong.stream().limit(Integer.getInteger("parser.show", 10)).forEach(System.out::println);
        if (Boolean.getBoolean("parser.missing")) {
            System.out.println(missing);
        }
        assertTrue(ratio >= QUERIES_RIGHT_MIN, "right: " + ratio);
    }

    /// Null when ours is PostgreSQL's verdict.
    private static String compare(Verdict verdict) {
        try {
            SqlParser.parse(verdict.statement() + "\n;", ParserSettings.DEFAULT);
        } catch (PgException e) {
            if (e.state() == SqlState.FEATURE_NOT_SUPPORTED
                    && e.getMessage().endsWith("is not supported yet")
                    && e.report().position() > 0) {
                return "0A000 " + e.getMessage();
            }
            if (verdict.state().equals("ok")) {
                return "refused: " + e.getMessage() + " at " + e.report().position();
            }
            boolean same = e.state().code().equals(verdict.state())
                    && e.getMessage().equals(verdict.message())
                    && e.report().position() == verdict.position();
            return same
                    ? null
                    : "refused as " + e.getMessage() + " at " + e.report().position() + ", not " + verdict.message()
                            + " at " + verdict.position();
        }
        return verdict.state().equals("ok") ? null : "accepted, not " + verdict.message() + " at " + verdict.position();
    }

    private static List<Verdict> verdicts() {
        return Recording.read("/parser/verdicts.tsv.gz").stream()
                .map(fields -> new Verdict(
                        fields[0],
                        fields[1],
                        fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]),
                        fields[3],
                        fields[4]))
                .toList();
    }
}
