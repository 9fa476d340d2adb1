package io.pglitedb.types;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionImplementation;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Compares arrays, json and jsonb with what a PostgreSQL 15 server answered, errors included. A line of the resources
/// is: what is called, its input, then `ok`, text | `null` | `error`, SQLSTATE, message, detail, hint, context.
class ContainerExpectationsTest {
    private static final SessionContext SESSION = new TestSession();

    @Test
    void textFormsAreThoseOfTheServer() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] line : lines("container-text.tsv", "jsonpath-text.tsv")) {
            ValueType type = BuiltinTypes.get(oid(line[0]));
            Utf8 text = Utf8.of(unescape(line[1]));
            check(line, 2, () -> print(type, type.parse(text, -1, SESSION)), wrong);
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    @Test
    void functionsAnswerAsTheServer() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] line : lines("container-functions.tsv", "jsonpath-functions.tsv")) {
            int count = Integer.parseInt(line[1]);
            FunctionImplementation function =
                    Objects.requireNonNull(FunctionRegistry.standard().find(line[0]), line[0]);
            Object[] arguments = new Object[count];
            SqlType[] types = new SqlType[count];
            for (int i = 0; i < count; i++) {
                types[i] = SqlType.of(oid(line[2 + 2 * i]));
                String text = unescape(line[3 + 2 * i]);
                arguments[i] = text == null
                        ? null
                        : types[i].oid() == Oids.BOOL
                                ? (Object) text.startsWith("t")
                                : BuiltinTypes.get(types[i].oid()).parse(Utf8.of(text), -1, SESSION);
            }
            CallContext call = new CallContext(SESSION, types, null, 0);
            check(line, 2 + 2 * count, () -> print(function.invoke(call, arguments)), wrong);
        }
        assertTrue(
                wrong.isEmpty(),
                () -> wrong.size() + "\n" + String.join("\n", wrong.subList(0, Math.min(60, wrong.size()))));
    }

    @Test
    void jsonbTreesKeepTheirValueInStorageAndTheirOrderInKeys() throws IOException {
        assertKeepsValueAndOrder(BuiltinTypes.get(Oids.JSONB), "jsonb", BuiltinTypes.find(Oids.NUMERIC) != null);
    }

    @Test
    void arraysKeepTheirValueInStorageAndTheirOrderInKeys() throws IOException {
        assertKeepsValueAndOrder(BuiltinTypes.get(Oids.INT4_ARRAY), "int4[]", true);
        assertKeepsValueAndOrder(BuiltinTypes.get(Oids.TEXT_ARRAY), "text[]", true);
    }

    private static void assertKeepsValueAndOrder(ValueType type, String name, boolean withKeys) throws IOException {
        List<Object> values = new ArrayList<>();
        for (String[] line : lines("container-text.tsv")) {
            if (line[0].equals(name) && line[2].equals("ok")) {
                values.add(type.parse(Utf8.of(unescape(line[1])), -1, SESSION));
            }
        }
        for (Object value : values) {
            String printed = print(type, value);
            var stored = new ByteWriter();
            type.store(value, stored);
            Object loaded = type.load(new ByteReader(stored.toByteArray()));
            assertEquals(printed, print(type, loaded));
            var sent = new ByteWriter();
            type.send(value, SESSION, sent);
            assertEquals(printed, print(type, type.receive(new ByteReader(sent.toByteArray()), -1, SESSION)));
            for (Object other : values) {
                int order = Integer.signum(type.compare(value, other));
                assertEquals(order == 0, type.equal(value, other), () -> value + " = " + other);
                if (order == 0) {
                    assertEquals(type.hash(value), type.hash(other), () -> value + " # " + other);
                }
                if (withKeys) {
                    int keys = Arrays.compareUnsigned(key(type, value), key(type, other));
                    assertEquals(order, Integer.signum(keys), () -> value + " <=> " + other);
                }
            }
        }
        assertTrue(values.size() > 5);
    }

    private static byte[] key(ValueType type, Object value) {
        var key = new ByteWriter();
        type.putKey(value, key);
        return key.toByteArray();
    }

    private interface Answer {
        String text();
    }

    private static void check(String[] line, int at, Answer answer, List<String> wrong) {
        String expected =
                String.join("|", Arrays.copyOfRange(line, at, line.length)).replaceAll("\\|+$", "");
        String actual;
        try {
            String text = answer.text();
            actual = text == null ? "null" : "ok|" + escape(text);
        } catch (PgException e) {
            actual = String.join(
                    "|",
                    "error",
                    e.state().code(),
                    escape(e.report().message()),
                    orEmpty(e.report().detail()),
                    orEmpty(e.report().hint()),
                    orEmpty(e.report().where()));
        } catch (RuntimeException e) {
            actual = e.toString();
        }
        actual = actual.replaceAll("\\|+$", "");
        if (!actual.equals(expected)) {
            wrong.add("%s%n    expected %s%n    got      %s"
                    .formatted(String.join(" ", Arrays.copyOf(line, at)), expected, actual));
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : escape(text);
    }

    private static String print(ValueType type, Object value) {
        return type.toUtf8(value, SESSION).toString();
    }

    private static String print(Object value) {
        return switch (value) {
            case null -> null;
            case Jsonb json -> print(BuiltinTypes.get(Oids.JSONB), json);
            case PgArray array -> print(BuiltinTypes.get(arrayOf(array.elementType())), array);
            default -> value.toString();
        };
    }

    private static int arrayOf(int elementType) {
        return elementType == Oids.TEXT ? Oids.TEXT_ARRAY : Oids.INT4_ARRAY;
    }

    private static int oid(String name) {
        return switch (name) {
            case "bool" -> Oids.BOOL;
            case "int4" -> Oids.INT4;
            case "float8" -> Oids.FLOAT8;
            case "text" -> Oids.TEXT;
            case "json" -> Oids.JSON;
            case "jsonb" -> Oids.JSONB;
            case "jsonpath" -> 4072;
            case "int4[]" -> Oids.INT4_ARRAY;
            case "text[]" -> Oids.TEXT_ARRAY;
            case "int2vector" -> Oids.INT2VECTOR;
            case "oidvector" -> Oids.OIDVECTOR;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static List<String[]> lines(String... resources) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String resource : resources) {
            lines.addAll(lines(resource));
        }
        return lines;
    }

    private static List<String[]> lines(String resource) throws IOException {
        try (InputStream in = ContainerExpectationsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\u0001", "\\x01");
    }

    private static String unescape(String text) {
        if (text.equals("\\N")) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            switch (text.charAt(++i)) {
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'x' -> {
                    out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> out.append(text.charAt(i));
            }
        }
        return out.toString();
    }
}
