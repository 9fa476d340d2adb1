package io.pglitedb.types.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.datetime.DateType;
import io.pglitedb.types.datetime.IntervalType;
import io.pglitedb.types.datetime.TimeType;
import io.pglitedb.types.datetime.TimestampType;
import io.pglitedb.types.datetime.TimestampTzType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.text.TextType;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Makes every call of `calls.tsv`: prosrc, argument types, result type, arguments (`|` apart, ¦ for |), and what
/// PostgreSQL 15 answered under TimeZone UTC.
class CallsTest {
    private static final Map<String, ValueType> TYPES = Map.of(
            "text", TextType.TEXT,
            "date", DateType.DATE,
            "time", TimeType.TIME,
            "timestamp", TimestampType.TIMESTAMP,
            "timestamptz", TimestampTzType.TIMESTAMPTZ,
            "interval", IntervalType.INTERVAL);

    @Test
    void answersAsPostgres() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        try (var in = CallsTest.class.getResourceAsStream("calls.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] fields = line.split("\t", -1);
                expected.add(line);
                actual.add(line.substring(0, line.lastIndexOf('\t') + 1) + outcome(fields));
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    private static String outcome(String[] fields) {
        String[] types = fields[1].split(",");
        String[] texts = fields[3].split("\\|", -1);
        try {
            Object[] arguments = new Object[types.length];
            for (int i = 0; i < types.length; i++) {
                arguments[i] = value(types[i], texts[i].replace('¦', '|').replace("\\n", "\n"));
            }
            Object result = FunctionRegistry.standard().find(fields[0]).invoke(null, arguments);
            return switch (result) {
                case null -> "<null>";
                case Boolean truth -> truth ? "t" : "f";
                default -> {
                    ValueType type = TYPES.get(fields[2]);
                    yield type == null
                            ? result.toString()
                            : type.toUtf8(result, null).toString().replace("\n", "\\n");
                }
            };
        } catch (PgException e) {
            return e.state().code() + ": " + e.getMessage();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "int4" -> Integer.valueOf(text);
            case "float8" -> Double.valueOf(text);
            default -> TYPES.get(type).parse(Utf8.of(text), -1, null);
        };
    }
}
