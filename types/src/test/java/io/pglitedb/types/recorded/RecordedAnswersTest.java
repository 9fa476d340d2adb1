package io.pglitedb.types.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.PgRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Makes every recorded call and compares with what a PostgreSQL 15 server answered, errors included; then takes
/// every
/// value that an input function made through storage, binary form, keys, order and hash.
class RecordedAnswersTest {
    private static final SessionContext SESSION = new RecordedSession();

    @ParameterizedTest
    @ValueSource(strings = {"network", "geometric", "access", "textsearch", "documents", "headlines", "xml"})
    void callsAnswerAsTheServer(String family) {
        List<String> wrong = new ArrayList<>();
        List<RecordedCall> calls = RecordedCall.read(family);
        for (RecordedCall call : calls) {
            String actual = outcome(call);
            if (!isSame(call.outcome(), actual)) {
                wrong.add("%s%n    expected %s%n    got      %s".formatted(call.shown(), call.outcome(), actual));
            }
        }
        assertTrue(
                wrong.isEmpty(),
                () -> wrong.size() + " of " + calls.size() + " wrong\n"
                        + String.join("\n", wrong.subList(0, Math.min(80, wrong.size()))));
    }

    /// A star as detail stands for any: of libxml2's we do not have the words.
    private static boolean isSame(String expected, String actual) {
        return expected.endsWith("|*")
                ? actual.startsWith(expected.substring(0, expected.length() - 2))
                : actual.equals(expected);
    }

    private static String outcome(RecordedCall call) {
        FunctionImplementation function = FunctionRegistry.standard().find(call.prosrc());
        if (function == null) {
            return "no body for " + call.prosrc();
        }
        try {
            SqlType[] types = call.argumentTypes().stream().map(SqlType::of).toArray(SqlType[]::new);
            CallContext context = new CallContext(SESSION, types, SqlType.of(call.resultType()), 0);
            return print(function.invoke(context, call.arguments(SESSION)), call);
        } catch (PgException e) {
            String fields = String.join(
                    "|",
                    "error",
                    e.state().code(),
                    e.report().message(),
                    Objects.toString(e.report().detail(), ""),
                    Objects.toString(e.report().hint(), ""));
            return fields.replaceAll("\\|+$", "");
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private static String print(Object result, RecordedCall call) {
        if (result instanceof Iterator<?> rows) {
            List<String> lines = new ArrayList<>();
            rows.forEachRemaining(row -> lines.add(row instanceof Object[] fields ? row(fields) : text(row, call)));
            return lines.isEmpty() ? "null" : "ok|" + String.join("\n", lines);
        }
        return result == null ? "null" : "ok|" + text(result, call);
    }

    private static String text(Object value, RecordedCall call) {
        return value instanceof PgRecord row ? row(row.fields()) : print(call.result(), value);
    }

    /// As record_out prints it, for fields without quotes inside.
    private static String row(Object[] fields) {
        return Arrays.stream(fields)
                .map(field -> field == null ? "" : quoted(field))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String quoted(Object field) {
        String text = field instanceof Boolean truth ? truth ? "t" : "f" : RecordedCall.print(field, SESSION);
        return text.isEmpty() || text.matches("(?s).*[\\s(),\"\\\\].*")
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\"\"") + '"'
                : text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "geometric", "access", "textsearch", "xml"})
    void valuesSurviveStorageAndKeepTheirOrder(String family) {
        Map<ValueType, List<Object>> values = new LinkedHashMap<>();
        for (RecordedCall call : RecordedCall.read(family)) {
            if (call.isSuccessfulInput()) {
                values.computeIfAbsent(call.result(), _ -> new ArrayList<>()).add(call.input(SESSION));
            }
        }
        assertTrue(!values.isEmpty());
        values.forEach((type, all) -> {
            for (Object value : all) {
                assertSurvives(type, value);
            }
            if (RecordedCall.hasOrder(type)) {
                assertOrdered(type, all);
            }
        });
    }

    private static void assertSurvives(ValueType type, Object value) {
        String printed = print(type, value);
        ByteWriter stored = new ByteWriter();
        type.store(value, stored);
        assertTrue(type.storedSize() < 0 || type.storedSize() == stored.size());
        assertEquals(printed, print(type, type.load(new ByteReader(stored.toByteArray()))));
        if (type.oid() != Oids.ACLITEM) { // it has no binary form
            ByteWriter sent = new ByteWriter();
            type.send(value, SESSION, sent);
            assertEquals(printed, print(type, type.receive(new ByteReader(sent.toByteArray()), -1, SESSION)));
        }
    }

    private static void assertOrdered(ValueType type, List<Object> values) {
        for (Object value : values) {
            byte[] key = key(type, value);
            if (type.keyKeepsValue()) {
                ByteReader reader = new ByteReader(key);
                assertEquals(print(type, value), print(type, type.takeKey(reader)));
                assertEquals(0, reader.remaining());
            }
            for (Object other : values) {
                int order = Integer.signum(type.compare(value, other));
                assertEquals(order == 0, type.equal(value, other));
                assertTrue(order != 0 || type.hash(value) == type.hash(other));
                byte[] otherKey = key(type, other);
                assertEquals(
                        order,
                        Integer.signum(Arrays.compareUnsigned(key, otherKey)),
                        () -> print(type, value) + " <=> " + print(type, other));
                assertTrue(order == 0 || !isPrefix(key, otherKey));
            }
        }
    }

    private static boolean isPrefix(byte[] key, byte[] longer) {
        return key.length < longer.length && Arrays.equals(key, Arrays.copyOf(longer, key.length));
    }

    private static byte[] key(ValueType type, Object value) {
        ByteWriter key = new ByteWriter();
        type.putKey(value, key);
        return key.toByteArray();
    }

    private static String print(ValueType type, Object value) {
        return type.toUtf8(value, SESSION).toString();
    }
}
