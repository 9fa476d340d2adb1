package io.pglitedb.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The promises of `ValueType` for every pair of the values listed: stored, sent and key forms give the value
/// back, and order, equality, hash and keys agree.
class ValueContractTest {
    private static final SessionContext SESSION = new TestSession();

    @ParameterizedTest
    @CsvFileSource(resources = "value-contract.csv", delimiter = '|')
    void formsAndOrderAgree(int oid, String texts) {
        ValueType type = BuiltinTypes.get(oid);
        List<Object> values = Stream.of(texts.split(" ; ", -1))
                .map(text -> type.parse(Utf8.of(text), -1, SESSION))
                .toList();
        for (Object value : values) {
            checkForms(type, value);
            for (Object other : values) {
                checkPair(type, value, other);
            }
        }
    }

    private static void checkForms(ValueType type, Object value) {
        String printed = print(type, value);
        assertEquals(type.carrier(), value.getClass());
        assertEquals(printed, print(type, type.parse(Utf8.of(printed), -1, SESSION)));
        ByteWriter stored = new ByteWriter();
        type.store(value, stored);
        assertEquals(printed, print(type, type.load(new ByteReader(stored.toByteArray()))));
        ByteWriter sent = new ByteWriter();
        type.send(value, SESSION, sent);
        assertEquals(printed, print(type, type.receive(new ByteReader(sent.toByteArray()), -1, SESSION)));
        if (type.keyKeepsValue()) {
            ByteReader key = new ByteReader(key(type, value));
            assertEquals(printed, print(type, type.takeKey(key)));
            assertEquals(0, key.remaining());
        }
    }

    private static void checkPair(ValueType type, Object left, Object right) {
        int order = Integer.signum(type.compare(left, right));
        String pair = print(type, left) + " <=> " + print(type, right);
        assertEquals(order == 0, type.equal(left, right), pair);
        assertEquals(order, Integer.signum(Arrays.compareUnsigned(key(type, left), key(type, right))), pair);
        if (order == 0) {
            assertEquals(type.hash(left), type.hash(right), pair);
        }
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
