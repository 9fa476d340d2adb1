package io.pglitedb.rowstore.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.pglitedb.rowstore.SampleValues;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;
import io.pglitedb.types.vector.Batch;
import io.pglitedb.types.vector.VectorBuilder;
import io.pglitedb.types.vector.VectorForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    private static final int TABLES = 2_000;
    private static final int BEFORE = 3;
    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);
    private final SampleValues samples = new SampleValues(random);

    RowCodecTest() {
        System.out.println("RowCodecTest seed " + SEED);
    }

    @Test
    void rowsReadBack() {
        for (int table = 0; table < TABLES; table++) {
            List<ValueType> types = types(random.nextInt(20));
            Object[] tuple = tuple(types);
            assertTuple(tuple, decode(types, row(types, tuple), all(types.size())));
        }
    }

    @Test
    void onlyWantedColumnsAreDecodedInTheOrderWanted() {
        for (int table = 0; table < TABLES; table++) {
            List<ValueType> types = types(random.nextInt(1, 20));
            Object[] tuple = tuple(types);
            int[] wanted = random.ints(random.nextInt(6), 0, types.size()).toArray();
            Object[] expected =
                    IntStream.of(wanted).mapToObj(column -> tuple[column]).toArray();
            assertTuple(expected, decode(types, row(types, tuple), wanted));
        }
    }

    @Test
    void columnsAddedSinceAreMissing() {
        for (int table = 0; table < TABLES; table++) {
            List<ValueType> types = types(random.nextInt(1, 20));
            int stored = random.nextInt(types.size());
            List<ValueType> storedTypes = types.subList(0, stored);
            Object[] tuple = tuple(storedTypes);
            Object[] decoded = decode(types, row(storedTypes, tuple), all(types.size()));
            assertTuple(tuple, Arrays.copyOf(decoded, stored));
            for (int column = stored; column < types.size(); column++) {
                assertSame(RowCodec.MISSING, decoded[column]);
            }
        }
    }

    @Test
    void rowsReadIntoColumns() {
        for (int table = 0; table < TABLES / 10; table++) {
            List<ValueType> types = types(random.nextInt(1, 20));
            int stored = random.nextInt(types.size());
            int[] wanted = random.ints(random.nextInt(6), 0, types.size()).toArray();
            VectorBuilder[] columns = IntStream.of(wanted)
                    .mapToObj(column -> VectorBuilder.of(VectorForm.of(types.get(column)), 1))
                    .toArray(VectorBuilder[]::new);
            List<Object[]> expected = new ArrayList<>();
            for (int index = 0; index < 10; index++) {
                // The first rows are from before the last columns were added: their values stand for them.
                List<ValueType> written = index < 5 ? types.subList(0, stored) : types;
                Object[] tuple = tuple(types);
                byte[] row = row(written, Arrays.copyOf(tuple, written.size()));
                Object[] values =
                        IntStream.of(wanted).mapToObj(column -> tuple[column]).toArray();
                new RowCodec(types).decode(row, BEFORE, row.length - BEFORE - 1, wanted, columns, values);
                expected.add(values);
            }
            Batch batch =
                    Batch.of(Arrays.stream(columns).map(VectorBuilder::build).toList(), 10);
            for (int index = 0; index < 10; index++) {
                assertTuple(expected.get(index), batch.row(index));
            }
        }
    }

    @Test
    void theEndsWidenWhenTheVariablePartPasses64KiB() {
        ValueType text = BuiltinTypes.get(Oids.TEXT);
        List<ValueType> types = List.of(text, BuiltinTypes.get(Oids.INT4), text, text);
        for (int characters : new int[] {0xfffd, 0xfffe, 0xffff, 0x10000, 200_000}) {
            Object[] tuple = {Utf8.of("x".repeat(characters)), 7, Utf8.of("y"), null};
            assertTuple(tuple, decode(types, row(types, tuple), all(4)));
        }
    }

    @Test
    void aRowWithMoreColumnsThanItsTableIsDamaged() {
        List<ValueType> types = types(3);
        byte[] row = row(types, tuple(types));
        PgException refused = assertThrows(PgException.class, () -> decode(types.subList(0, 2), row, all(2)));
        assertEquals(SqlState.DATA_CORRUPTED, refused.state());
    }

    @Test
    void theBytesAreThoseOfTheDocumentedExample() {
        ValueType text = BuiltinTypes.get(Oids.TEXT);
        byte[] row = row(List.of(BuiltinTypes.get(Oids.INT4), text, text), new Object[] {7, Utf8.of("hi"), null});
        assertEquals(
                "000000000000006300" + "0003" + "04" + "00000007" + "00020002" + "6869",
                HexFormat.of().formatHex(row, BEFORE, row.length - 1));
    }

    private List<ValueType> types(int count) {
        List<ValueType> types = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            types.add(SampleValues.TYPES.get(random.nextInt(SampleValues.TYPES.size())));
        }
        return types;
    }

    private Object[] tuple(List<ValueType> types) {
        return types.stream()
                .map(type -> random.nextInt(4) == 0 ? null : samples.value(type))
                .toArray();
    }

    /// Header and body, with foreign bytes on both sides.
    private static byte[] row(List<ValueType> types, Object[] tuple) {
        ByteWriter writer = new ByteWriter();
        writer.putBytes(new byte[BEFORE + RowHeader.LENGTH]);
        new RowCodec(types).encode(tuple, writer, new ByteWriter());
        RowHeader.put(writer.array(), BEFORE, 99);
        return writer.putByte(0xff).toByteArray();
    }

    private static Object[] decode(List<ValueType> types, byte[] row, int[] columns) {
        Object[] decoded = new Object[columns.length];
        new RowCodec(types).decode(row, BEFORE, row.length - BEFORE - 1, columns, decoded);
        return decoded;
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    private static void assertTuple(Object[] expected, Object[] actual) {
        assertEquals(Arrays.asList(expected), Arrays.asList(actual), () -> "seed " + SEED);
    }
}
