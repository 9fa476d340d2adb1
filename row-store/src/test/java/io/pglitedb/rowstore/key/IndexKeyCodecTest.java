package io.pglitedb.rowstore.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.pglitedb.rowstore.SampleValues;
import io.pglitedb.rowstore.key.IndexKeyCodec.Column;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexKeyCodecTest {
    private static final int INDEXES = 300;
    private static final int ROWS = 60;
    private static final long SEED = System.nanoTime();

    private final Random random = new Random(SEED);
    private final SampleValues samples = new SampleValues(random);

    IndexKeyCodecTest() {
        System.out.println("IndexKeyCodecTest seed " + SEED);
    }

    @Test
    void bytesOrderEqualsTheIndexOrderForEveryTypeAlone() {
        for (ValueType type : SampleValues.TYPES) {
            for (int flags = 0; flags < 4; flags++) {
                check(List.of(new Column(type, (flags & 1) != 0, (flags & 2) != 0)));
            }
        }
    }

    @Test
    void bytesOrderEqualsTheIndexOrderForSeveralColumns() {
        for (int index = 0; index < INDEXES; index++) {
            check(randomColumns());
        }
    }

    @Test
    void theFirstColumnsArePrefixOfTheWholeKeyAndOfNoOther() {
        for (int index = 0; index < INDEXES; index++) {
            List<Column> columns = randomColumns();
            IndexKeyCodec codec = new IndexKeyCodec(columns);
            Object[] probe = tuple(columns);
            int given = random.nextInt(1, columns.size() + 1);
            byte[] low = key(codec, Arrays.copyOf(probe, given));
            byte[] high = StoreKey.successor(low);
            for (int row = 0; row < ROWS; row++) {
                Object[] tuple = tuple(columns);
                byte[] key = key(codec, tuple);
                boolean inRange = Arrays.compareUnsigned(low, key) <= 0 && Arrays.compareUnsigned(key, high) < 0;
                boolean expected = compare(columns.subList(0, given), probe, tuple) == 0;
                assertEquals(expected, inRange, () -> describe(columns, probe, tuple));
            }
        }
    }

    @Test
    void columnsAndRowidReadBack() {
        for (int index = 0; index < INDEXES; index++) {
            List<Column> columns = randomColumns().stream()
                    .filter(column -> column.type().keyKeepsValue())
                    .toList();
            IndexKeyCodec codec = new IndexKeyCodec(columns);
            Object[] tuple = tuple(columns);
            long rowid = random.nextLong() & Long.MAX_VALUE;
            ByteWriter writer = new ByteWriter().putInt(7);
            boolean hasNull = codec.putColumns(tuple, writer);
            byte[] key = writer.putLong(rowid).putInt(7).toByteArray();
            assertEquals(Arrays.asList(tuple).contains(null), hasNull);
            assertEquals(rowid, IndexKeyCodec.rowidAtEnd(key, 4, key.length - 8));
            Object[] taken = codec.takeColumns(key, 4, key.length - 8);
            assertEquals(Arrays.asList(tuple), Arrays.asList(taken), () -> describe(columns, tuple, taken));
        }
    }

    @Test
    void theBytesAreThoseOfTheDocumentedExample() {
        ValueType int4 = BuiltinTypes.get(Oids.INT4);
        ValueType text = BuiltinTypes.get(Oids.TEXT);
        IndexKeyCodec codec = new IndexKeyCodec(
                List.of(new Column(int4, false, false), new Column(text, true, true), new Column(int4, false, false)));
        ByteWriter key = new ByteWriter();
        codec.putColumns(new Object[] {5, Utf8.of("ab"), null}, key);
        key.putLong(7);
        assertEquals("0180000005019e9dff020000000000000007", HexFormat.of().formatHex(key.toByteArray()));
    }

    private void check(List<Column> columns) {
        IndexKeyCodec codec = new IndexKeyCodec(columns);
        List<Object[]> tuples = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            tuples.add(tuple(columns));
            keys.add(key(codec, tuples.getLast()));
        }
        for (int left = 0; left < ROWS; left++) {
            for (int right = 0; right < ROWS; right++) {
                Object[] a = tuples.get(left);
                Object[] b = tuples.get(right);
                int expected = compare(columns, a, b);
                byte[] leftKey = keys.get(left);
                byte[] rightKey = keys.get(right);
                assertEquals(
                        expected,
                        Integer.signum(Arrays.compareUnsigned(leftKey, rightKey)),
                        () -> describe(columns, a, b));
                if (expected == 0) {
                    assertArrayEquals(leftKey, rightKey);
                } else {
                    int differ = Arrays.mismatch(leftKey, rightKey);
                    assertTrue(differ < Math.min(leftKey.length, rightKey.length), () -> describe(columns, a, b));
                }
            }
        }
    }

    /// ORDER BY of PostgreSQL: NULLs stand where the column says, whatever its direction.
    private static int compare(List<Column> columns, Object[] left, Object[] right) {
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            Object a = left[index];
            Object b = right[index];
            if (a == null && b == null) {
                continue;
            }
            int order;
            if (a == null || b == null) {
                order = (a == null) == column.nullsFirst() ? -1 : 1;
            } else {
                order = Integer.signum(column.type().compare(a, b)) * (column.descending() ? -1 : 1);
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private List<Column> randomColumns() {
        List<Column> columns = new ArrayList<>();
        int count = random.nextInt(1, 5);
        for (int index = 0; index < count; index++) {
            ValueType type = SampleValues.TYPES.get(random.nextInt(SampleValues.TYPES.size()));
            columns.add(new Column(type, random.nextBoolean(), random.nextBoolean()));
        }
        return columns;
    }

    private Object[] tuple(List<Column> columns) {
        return columns.stream()
                .map(column -> random.nextInt(6) == 0 ? null : samples.value(column.type()))
                .toArray();
    }

    private static byte[] key(IndexKeyCodec codec, Object[] tuple) {
        ByteWriter writer = new ByteWriter();
        codec.putColumns(tuple, writer);
        return writer.toByteArray();
    }

    private static String describe(List<Column> columns, Object[] left, Object[] right) {
        return "seed %d: %s of %s and %s"
                .formatted(SEED, columns, Arrays.deepToString(left), Arrays.deepToString(right));
    }
}
