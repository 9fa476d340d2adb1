package io.pglitedb.types.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.TestSession;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What goes into a vector comes out of it, for every type of which `value-contract.csv` has values.
class VectorFormsTest {
    private static final SessionContext SESSION = new TestSession();
    private static final long SEED = 20_240_611;

    @ParameterizedTest
    @CsvFileSource(resources = "/io/pglitedb/types/value-contract.csv", delimiter = '|')
    void keepsValues(int oid, String texts) {
        ValueType type = BuiltinTypes.get(oid);
        List<Object> values = Stream.of(texts.split(" ; ", -1))
                .map(text -> type.parse(Utf8.of(text), -1, SESSION))
                .toList();
        Random random = new Random(SEED);
        List<Object> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            rows.add(random.nextInt(5) == 0 ? null : values.get(random.nextInt(values.size())));
        }
        VectorForm form = VectorForm.of(type);
        VectorBuilder appended = VectorBuilder.of(form, 1);
        VectorBuilder loaded = VectorBuilder.of(form, Vector.LENGTH_MAX);
        for (int round = 0; round < 2; round++) { // a builder can be used again
            for (Object value : rows) {
                appended.append(value);
                load(type, value, loaded);
            }
            Vector vector = appended.build();
            assertSame(type, rows, vector);
            assertSame(type, rows, loaded.build());
            appended.appendAll(vector, Selection.first(rows.size()));
            assertSame(type, rows, appended.build());
            appended.appendAll(vector, new Selection(new int[] {3, 77, 299}, 3));
            assertSame(type, Arrays.asList(rows.get(3), rows.get(77), rows.get(299)), appended.build());
        }
        List<Object> present = rows.stream().filter(Objects::nonNull).toList();
        present.forEach(appended::append);
        int[] codes = {5, 0, 5, 1};
        appended.appendAll(new DictionaryVector(codes, appended.build(), new long[] {2}, 4), Selection.first(4));
        assertSame(type, Arrays.asList(present.get(5), null, present.get(5), present.get(1)), appended.build());
    }

    private static void load(ValueType type, Object value, VectorBuilder out) {
        if (value == null) {
            out.appendNull();
            return;
        }
        ByteWriter stored = new ByteWriter();
        type.store(value, stored);
        ByteReader in = new ByteReader(stored.toByteArray());
        type.load(in, out);
        assertEquals(0, in.remaining());
    }

    private static void assertSame(ValueType type, List<Object> expected, Vector vector) {
        assertEquals(expected.size(), vector.length());
        for (int row = 0; row < expected.size(); row++) {
            Object value = vector.get(row);
            assertEquals(expected.get(row) == null, vector.isNull(row));
            assertEquals(print(type, expected.get(row)), print(type, value));
        }
    }

    private static String print(ValueType type, Object value) {
        return value == null ? "NULL" : type.toUtf8(value, SESSION).toString();
    }

    @Test
    void decimalsShareOneScaleOrBecomeObjects() {
        VectorBuilder builder = VectorBuilder.of(VectorForm.NUMERIC, 4);
        builder.appendNull();
        builder.append(Numeric.of("1.50"));
        builder.append(Numeric.of("-2.25"));
        DecimalVector decimals = assertInstanceOf(DecimalVector.class, builder.build());
        assertEquals(2, decimals.scale());
        assertNull(decimals.get(0));
        assertEquals("-2.25", decimals.get(2).toString());
        for (String other : List.of("1.5", "12345678901234567890.12", "NaN")) {
            builder.append(Numeric.of("1.50"));
            builder.append(other.equals("NaN") ? Numeric.NAN : Numeric.of(other));
            builder.appendNull();
            builder.append(Numeric.of("3.00"));
            ObjectVector objects = assertInstanceOf(ObjectVector.class, builder.build());
            assertEquals(VectorForm.NUMERIC, objects.form());
            assertEquals("1.50", objects.get(0).toString());
            assertEquals(other, objects.get(1).toString());
            assertNull(objects.get(2));
            assertEquals("3.00", objects.get(3).toString());
        }
    }

    @Test
    void dictionariesAndConstantsReadAsTheirValues() {
        VectorBuilder builder = VectorBuilder.of(VectorForm.UTF8, 2);
        builder.append(Utf8.of("AIR"));
        builder.append(Utf8.of("RAIL"));
        DictionaryVector codes = new DictionaryVector(new int[] {1, 0, 0}, builder.build(), new long[] {0b100}, 3);
        assertEquals(
                List.of("RAIL", "AIR"),
                List.of(codes.get(0).toString(), codes.get(1).toString()));
        assertNull(codes.get(2));
        ConstantVector nothing = new ConstantVector(VectorForm.LONG, null, 100);
        assertTrue(nothing.isNull(99));
        assertEquals(100, Nulls.count(nothing.nulls(), 100));
    }

    @Test
    void selectionsAreSets() {
        Random random = new Random(SEED);
        for (int length : List.of(1, 63, 64, 65, 4096)) {
            long[] nulls = new long[Nulls.words(length)];
            for (int row = 0; row < length; row++) {
                if (random.nextBoolean()) {
                    Nulls.set(nulls, row);
                }
            }
            Selection all = Selection.first(length);
            Selection present = all.without(nulls);
            Selection absent = all.only(nulls);
            assertEquals(Nulls.count(nulls, length), absent.count());
            assertEquals(length, present.count() + absent.count());
            assertRows(absent, all.minus(present));
            assertRows(all, present.plus(absent));
            assertRows(
                    present.slice(present.count() / 2, present.count()),
                    present.minus(present.slice(0, present.count() / 2)));
        }
    }

    private static void assertRows(Selection expected, Selection actual) {
        assertEquals(expected.count(), actual.count());
        for (int index = 0; index < expected.count(); index++) {
            assertEquals(expected.row(index), actual.row(index));
        }
    }
}
