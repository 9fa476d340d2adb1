package io.pglitedb.columnstore;

import io.pglitedb.columnstore.schema.SegmentColumn;
import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Columns and values for tests.
final class Samples {
    private static final TestSession SESSION = new TestSession();

    private Samples() {}

    static SegmentColumn column(int fieldId, int oid, int typmod) {
        return new SegmentColumn(fieldId, "c" + fieldId, new SqlType(oid, typmod), BuiltinTypes.get(oid));
    }

    static Object parse(SegmentColumn column, String text) {
        return column.values().parse(Utf8.of(text), column.type().typmod(), SESSION);
    }

    static List<Object> parseAll(SegmentColumn column, String texts) {
        return Stream.of(texts.split(" ; ", -1))
                .map(text -> parse(column, text))
                .toList();
    }

    /// All of a value that is kept on disk, as text.
    static String exact(ValueType type, Object value) {
        if (value == null) {
            return "NULL";
        }
        ByteWriter stored = new ByteWriter();
        type.store(value, stored);
        return HexFormat.of().formatHex(stored.toByteArray());
    }

    /// Values of numbers' and strings' types without an end.
    static IntFunction<Object> random(int oid, Random random) {
        return switch (oid) {
            case 20, 1114, 1184 -> _ -> random.nextLong() >> random.nextInt(64);
            case 21 -> _ -> (short) random.nextInt();
            case 23, 1082 -> _ -> random.nextInt() >> random.nextInt(32);
            case 700 -> _ -> Float.intBitsToFloat(Float.floatToIntBits(Float.intBitsToFloat(random.nextInt())));
            case 701 -> _ -> Double.longBitsToDouble(random.nextLong());
            case 1700 -> _ -> Numeric.of(new BigDecimal(new BigInteger(random.nextInt(100), random), 2));
            case 25, 1043 -> _ -> Utf8.of("v".repeat(random.nextInt(20)) + random.nextInt(100_000));
            default -> throw new IllegalArgumentException("no random values of type " + oid);
        };
    }

    /// Rows of one column.
    static List<Object[]> rows(int count, IntFunction<Object> values) {
        Object[][] rows = new Object[count][1];
        for (int row = 0; row < count; row++) {
            rows[row][0] = values.apply(row);
        }
        return Arrays.asList(rows);
    }
}
