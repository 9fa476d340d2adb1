package io.pglitedb.types.datetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Makes every call of `functions.tsv`: prosrc, argument types, arguments (`|` apart), result type, and what PostgreSQL
/// 15 answered under TimeZone UTC (an error as SQLSTATE: message / detail).
class DateTimeFunctionsTest {
    private static final SessionContext SESSION = new TestSession();

    @Test
    void answersAsPostgres() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        try (var in = DateTimeFunctionsTest.class.getResourceAsStream("functions.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String ours = line.substring(0, line.lastIndexOf('\t') + 1) + outcome(line.split("\t", -1));
                if (!ours.equals(line)) {
                    expected.add(line);
                    actual.add(ours);
                }
            }
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    private static String outcome(String[] fields) {
        String[] names = fields[1].split(",");
        String[] texts = fields[2].split("\\|", -1);
        SqlType[] types = new SqlType[names.length];
        Object[] arguments = new Object[names.length];
        try {
            for (int i = 0; i < names.length; i++) {
                types[i] = SqlType.of(oid(names[i]));
                arguments[i] = texts[i].equals("<null>") ? null : type(names[i]).parse(Utf8.of(texts[i]), -1, SESSION);
            }
            Object result = FunctionRegistry.standard()
                    .find(fields[0])
                    .invoke(new CallContext(SESSION, types, SqlType.of(oid(fields[3])), 0), arguments);
            if (result instanceof Boolean truth) {
                return truth.toString();
            }
            return result == null
                    ? "<null>"
                    : type(fields[3]).toUtf8(result, SESSION).toString();
        } catch (PgException e) {
            String detail = e.report().detail();
            return e.state().code() + ": " + e.report().message() + (detail == null ? "" : " / " + detail);
        }
    }

    private static ValueType type(String name) {
        return BuiltinTypes.get(oid(name));
    }

    private static int oid(String name) {
        return switch (name) {
            case "bool" -> Oids.BOOL;
            case "int4" -> Oids.INT4;
            case "float8" -> Oids.FLOAT8;
            case "text" -> Oids.TEXT;
            case "numeric" -> 1700;
            case "date" -> 1082;
            case "time" -> 1083;
            case "timestamp" -> 1114;
            case "timestamptz" -> 1184;
            case "interval" -> 1186;
            case "interval[]" -> 1187;
            case "timetz" -> 1266;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
