package io.pglitedb.types.datetime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.value.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Reads every line of `text.tsv` (type, input, what PostgreSQL 15 prints or reports under ISO, MDY, UTC).
class DateTimeTextTest {
    private static final Map<String, ValueType> TYPES = Map.of(
            "date", DateType.DATE,
            "time", TimeType.TIME,
            "timetz", TimeTzType.TIMETZ,
            "timestamp", TimestampType.TIMESTAMP,
            "timestamptz", TimestampTzType.TIMESTAMPTZ,
            "interval", IntervalType.INTERVAL);

    @Test
    void readsAndPrintsAsPostgres() throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (String line : lines()) {
            String[] fields = line.split("\t", -1);
            expected.add(line);
            actual.add(fields[0] + "\t" + fields[1] + "\t" + outcome(TYPES.get(fields[0]), fields[1]));
        }
        assertEquals(String.join("\n", expected), String.join("\n", actual));
    }

    @Test
    void keysAndStorageKeepOrderAndValue() throws IOException {
        for (Map.Entry<String, ValueType> entry : TYPES.entrySet()) {
            ValueType type = entry.getValue();
            List<Object> values = new ArrayList<>();
            for (String line : lines()) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals(entry.getKey()) && !fields[2].matches("[0-9A-Z]{5}: .*")) {
                    values.add(type.parse(Utf8.of(fields[1]), -1, null));
                }
            }
            for (Object left : values) {
                assertEquals(left, type.load(new ByteReader(stored(type, left))));
                for (Object right : values) {
                    int keys = Integer.signum(Arrays.compareUnsigned(key(type, left), key(type, right)));
                    assertEquals(Integer.signum(type.compare(left, right)), keys, left + " <=> " + right);
                    assertEquals(keys == 0, type.equal(left, right));
                }
                if (type.keyKeepsValue()) {
                    assertEquals(left, type.takeKey(new ByteReader(key(type, left))));
                }
            }
        }
    }

    private static byte[] stored(ValueType type, Object value) {
        ByteWriter out = new ByteWriter();
        type.store(value, out);
        return out.toByteArray();
    }

    private static byte[] key(ValueType type, Object value) {
        ByteWriter out = new ByteWriter();
        type.putKey(value, out);
        return out.toByteArray();
    }

    private static String outcome(ValueType type, String text) {
        try {
            return type.toUtf8(type.parse(Utf8.of(text), -1, null), null).toString();
        } catch (PgException e) {
            return e.state().code() + ": " + e.getMessage();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    private static List<String> lines() throws IOException {
        try (var in = DateTimeTextTest.class.getResourceAsStream("text.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
