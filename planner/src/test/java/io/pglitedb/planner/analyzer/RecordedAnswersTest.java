package io.pglitedb.planner.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.catalog.def.TypeDef;
import io.pglitedb.planner.query.Query;
import io.pglitedb.planner.query.TargetEntry;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The files `answers/*.sql` hold statements, each followed by what PostgreSQL 15 answers to its Parse and
/// Describe: `--= name type, …` for columns, or `--! SQLSTATE @position message` and `--! DETAIL: …`, `--! HINT:
/// …`.
class RecordedAnswersTest {
    private record Case(String sql, String answer) {}

    @TestFactory
    Stream<DynamicTest> onConflict() throws IOException {
        return cases("on_conflict");
    }

    @TestFactory
    Stream<DynamicTest> windows() throws IOException {
        return cases("windows");
    }

    @TestFactory
    Stream<DynamicTest> grouping() throws IOException {
        return cases("grouping");
    }

    @TestFactory
    Stream<DynamicTest> with() throws IOException {
        return cases("with");
    }

    @TestFactory
    Stream<DynamicTest> modify() throws IOException {
        return cases("modify");
    }

    @TestFactory
    Stream<DynamicTest> rows() throws IOException {
        return cases("rows");
    }

    private static Stream<DynamicTest> cases(String name) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream file = RecordedAnswersTest.class.getResourceAsStream("answers/" + name + ".sql")) {
            List<String> sql = new ArrayList<>();
            List<String> answer = new ArrayList<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("--")) {
                    answer.add(line);
                    continue;
                }
                if (!answer.isEmpty()) {
                    cases.add(new Case(String.join("\n", sql), String.join("\n", answer)));
                    sql.clear();
                    answer.clear();
                }
                sql.add(line);
            }
            cases.add(new Case(String.join("\n", sql), String.join("\n", answer)));
        }
        return cases.stream()
                .map(it -> DynamicTest.dynamicTest(it.sql(), () -> assertEquals(it.answer(), answer(it.sql()))));
    }

    private static String answer(String sql) {
        try {
            Query query = TestCatalog.analyze(sql, ParameterTypes.inferred(List.of()));
            return "--= "
                    + query.resultColumns().stream()
                            .map(RecordedAnswersTest::column)
                            .collect(Collectors.joining(", "));
        } catch (PgException e) {
            Report report = e.report();
            return "--! %s @%d %s".formatted(report.state().code(), report.position(), report.message())
                    + (report.detail() == null ? "" : "\n--! DETAIL: " + report.detail())
                    + (report.hint() == null ? "" : "\n--! HINT: " + report.hint());
        }
    }

    /// As the row description says it: of a domain the type under it.
    private static String column(TargetEntry target) {
        TypeDef type = TestCatalog.CATALOG.type(target.expression().type());
        String name = type.kind() == 'd'
                ? TestCatalog.CATALOG.formatType(type.baseType(), type.baseTypmod())
                : TestCatalog.CATALOG.formatType(type.oid(), target.expression().typmod());
        return target.name() + " " + name;
    }
}
