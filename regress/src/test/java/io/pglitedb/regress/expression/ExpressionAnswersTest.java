package io.pglitedb.regress.expression;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.regress.Recording;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every `SELECT expression, …` without FROM of PostgreSQL's suite that does not depend on clock or catalog,
/// against PostgreSQL's recorded value or error. What answers 0A000 is counted apart: missing, not wrong.
final class ExpressionAnswersTest {
    private enum Outcome {
        SAME,
        MISSING,
        OTHER_ERROR,
        WRONG_VALUE,
        CRASH
    }

    private record Answer(String file, boolean error, String state, String text, String statement) {}

    private static final double SAME_MIN = Double.parseDouble(System.getProperty("answers.min", "0.96"));

    @Test
    void answersArePostgresqls() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        Map<Outcome, List<String>> shown = new EnumMap<>(Outcome.class);
        Map<String, Integer> missing = new TreeMap<>();
        for (String[] fields : Recording.read("/expression/answers.tsv.gz")) {
            Answer answer = new Answer(fields[0], fields[1].equals("E"), fields[2], fields[3], fields[5]);
            String ours;
            Outcome outcome;
            try {
                ours = Expressions.evaluate(answer.statement());
                outcome = !answer.error() && ours.equals(answer.text()) ? Outcome.SAME : Outcome.WRONG_VALUE;
            } catch (PgException e) {
                ours = e.state().code() + " " + e.getMessage();
                outcome = ofError(answer, e);
                if (outcome == Outcome.MISSING) {
                    missing.merge(e.getMessage(), 1, Integer::sum);
                }
            } catch (RuntimeException | StackOverflowError e) {
                ours = e.toString();
                outcome = Outcome.CRASH;
            }
            counts.merge(outcome, 1, Integer::sum);
            shown.computeIfAbsent(outcome, key -> new ArrayList<>())
                    .add(answer.file() + ": " + answer.statement() + "\n    server: " + answer.state() + " "
                            + answer.text() + "\n    ours:   " + ours);
        }
        System.out.println("expressions: " + counts);
        int show = Integer.getInteger("answers.show", 0);
        for (Outcome outcome : List.of(Outcome.CRASH, Outcome.WRONG_VALUE, Outcome.OTHER_ERROR)) {
            shown.getOrDefault(outcome, List.of()).stream()
                    .limit(show)
                    .forEach(line -> System.out.println(outcome + " " + line));
        }
        if (show > 0) {
            System.out.println(missing.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(60)
                    .map(Object::toString)
                    .collect(Collectors.joining("\n")));
        }
        int judged =
                counts.values().stream().mapToInt(Integer::intValue).sum() - counts.getOrDefault(Outcome.MISSING, 0);
        double ratio = (double) counts.getOrDefault(Outcome.SAME, 0) / judged;
        assertTrue(ratio >= SAME_MIN, "same among those answered: " + ratio);
    }

    private static Outcome ofError(Answer answer, PgException error) {
        if (answer.error()
                && error.state().code().equals(answer.state())
                && error.getMessage().equals(answer.text())) {
            return Outcome.SAME;
        }
        return error.state() == SqlState.FEATURE_NOT_SUPPORTED ? Outcome.MISSING : Outcome.OTHER_ERROR;
    }
}
