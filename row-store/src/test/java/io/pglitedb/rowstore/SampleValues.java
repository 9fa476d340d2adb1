package io.pglitedb.rowstore;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Interval;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Seeded values of the common column types: few distinct ones near the edges of their range, so that equal values,
/// values with a common prefix and extremes meet often.
public final class SampleValues {
    public static final List<ValueType> TYPES = List.of(
            BuiltinTypes.get(Oids.TEXT),
            BuiltinTypes.get(Oids.NUMERIC),
            BuiltinTypes.get(Oids.INT4),
            BuiltinTypes.get(Oids.TIMESTAMP),
            BuiltinTypes.get(Oids.INT2),
            BuiltinTypes.get(Oids.INT8),
            BuiltinTypes.get(Oids.BOOL),
            BuiltinTypes.get(Oids.FLOAT8),
            BuiltinTypes.get(Oids.BYTEA),
            BuiltinTypes.get(Oids.DATE),
            BuiltinTypes.get(Oids.UUID),
            BuiltinTypes.get(Oids.INTERVAL));

    private static final String[] CHARACTERS = {"\u0001", " ", "a", "b", "ä", "€", "\uffff", "😀"};

    private final Random random;

    public SampleValues(Random random) {
        this.random = random;
    }

    public Object value(ValueType type) {
        return switch (type.oid()) {
            case Oids.TEXT -> text(random.nextInt(4));
            case Oids.NUMERIC -> numeric();
            case Oids.INT2 -> (short) integer();
            case Oids.INT4, Oids.DATE -> (int) integer();
            case Oids.INT8, Oids.TIMESTAMP -> integer();
            case Oids.BOOL -> random.nextBoolean();
            case Oids.FLOAT8 -> floating();
            case Oids.BYTEA -> bytes(random.nextInt(4));
            case Oids.UUID -> new UUID(integer(), integer());
            case Oids.INTERVAL ->
                new Interval(random.nextInt(-2, 3), random.nextInt(-61, 61), random.nextInt(-2, 3) * 43_200_000_000L);
            default -> throw new AssertionError("no samples of type " + type.oid());
        };
    }

    public Utf8 text(int characters) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < characters; index++) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return Utf8.of(text.toString());
    }

    private Bytes bytes(int length) {
        byte[] bytes = new byte[length];
        for (int index = 0; index < length; index++) {
            bytes[index] = (byte) random.nextInt(-2, 3);
        }
        return new Bytes(bytes);
    }

    private long integer() {
        long near = random.nextInt(-2, 3);
        return switch (random.nextInt(6)) {
            case 0 -> Long.MIN_VALUE + Math.abs(near);
            case 1 -> Long.MAX_VALUE - Math.abs(near);
            case 2 -> random.nextLong();
            case 3 -> near << random.nextInt(64);
            default -> near;
        };
    }

    private double floating() {
        double[] edges = {
            Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.0, -0.0, Double.MIN_VALUE, -1.5, 1.5
        };
        return random.nextBoolean() ? edges[random.nextInt(edges.length)] : random.nextGaussian();
    }

    private Numeric numeric() {
        return switch (random.nextInt(8)) {
            case 0 ->
                List.of(Numeric.NAN, Numeric.POSITIVE_INFINITY, Numeric.NEGATIVE_INFINITY, Numeric.ZERO)
                        .get(random.nextInt(4));
            case 1 ->
                // exponents beyond one byte of the key
                Numeric.of(new BigDecimal(BigInteger.valueOf(random.nextInt(-101, 102)), random.nextInt(-600, 600)));
            case 2 -> Numeric.of(new BigDecimal(new BigInteger(random.nextInt(1, 200), random), random.nextInt(40)));
            default -> Numeric.of(BigDecimal.valueOf(random.nextInt(-1_010, 1_010), random.nextInt(5)));
        };
    }
}
