package io.pglitedb.regress.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.planner.parser.ParserSettings;
import io.pglitedb.planner.parser.SqlParser;
import io.pglitedb.regress.Recording;
import io.pglitedb.types.error.PgException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Accepts and refuses what PostgreSQL 15's grammar does, statement by statement of PostgreSQL's own suite, with
/// the same SQLSTATE, message and position. `parser/verdicts.tsv.gz` holds what PostgreSQL 15.18 said: file, `ok`
/// or SQLSTATE, position, message, statement.
final class ParserAcceptanceTest {
    private record Verdict(String file, String state, int position, String message, String statement) {
        @Override
        public String toString() {
            return state.equals("ok") ? "ok" : state + " " + message + " at " + position;
        }
    }

    @Test
    void statementsAreReadAsPostgresqlReadsThem() {
        List<Verdict> verdicts = verdicts("verdicts");
        assertTrue(verdicts.size() > 41_000, "recorded statements: " + verdicts.size());
        assertEquals(List.of(), wrong(verdicts));
    }

    /// `parser/mutated.tsv.gz`: statements of the suite with words lost, doubled, swapped or put in at random.
    /// The few that may differ use BETWEEN as a name of a column in a window frame and the like.
    @Test
    void damagedStatementsAreRefusedWherePostgresqlRefusesThem() {
        List<Verdict> verdicts = verdicts("mutated");
        assertTrue(verdicts.size() > 11_000, "recorded statements: " + verdicts.size());
        List<String> wrong = wrong(verdicts);
        assertTrue(wrong.size() <= verdicts.size() / 2000, () -> String.join("\n", wrong));
    }

    private static List<String> wrong(List<Verdict> verdicts) {
        List<String> wrong = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String ours = ours(verdict.statement());
            if (!ours.equals(verdict.toString())) {
                wrong.add(verdict.file() + ": " + ours + ", not " + verdict + ": " + verdict.statement());
            }
        }
        return wrong;
    }

    private static String ours(String statement) {
        try {
            SqlParser.parse(statement + "\n;", ParserSettings.DEFAULT);
            return "ok";
        } catch (PgException e) {
            return e.state().code() + " " + e.getMessage() + " at " + e.report().position();
        }
    }

    private static List<Verdict> verdicts(String recording) {
        return Recording.read("/parser/" + recording + ".tsv.gz").stream()
                .map(fields -> new Verdict(
                        fields[0],
                        fields[1],
                        fields[2].isEmpty() ? 0 : Integer.parseInt(fields[2]),
                        fields[3],
                        fields[4]))
                .toList();
    }
}
