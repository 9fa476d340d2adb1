package io.pglitedb.types.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Numeric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// `ValueType`'s invariants: text, binary, storage and key give values back, key order is the order of `compare`.
class NumberCodecTest {
    private static final ByteWriter OUT = new ByteWriter();

    private static void check(int oid, Object left, Object right) {
        ValueType type = BuiltinTypes.get(oid);
        String shown = type.toUtf8(left, null).toString();
        assertEquals(shown, shownAgain(type, type.parse(type.toUtf8(left, null), -1, null)), "text");
        OUT.clear();
        type.send(left, null, OUT);
        assertEquals(shown, shownAgain(type, type.receive(new ByteReader(OUT.toByteArray()), -1, null)), "binary");
        OUT.clear();
        type.store(left, OUT);
        assertEquals(shown, shownAgain(type, type.load(new ByteReader(OUT.toByteArray()))), "storage");
        byte[] leftKey = key(type, left);
        assertEquals(0, type.compare(left, type.takeKey(new ByteReader(leftKey))), "key");
        int order = type.compare(left, right);
        assertEquals(
                Integer.signum(order), Integer.signum(Arrays.compareUnsigned(leftKey, key(type, right))), "key order");
        if (order == 0) {
            assertEquals(type.hash(left), type.hash(right));
        }
    }

    private static String shownAgain(ValueType type, Object value) {
        return type.toUtf8(value, null).toString();
    }

    private static byte[] key(ValueType type, Object value) {
        ByteWriter key = new ByteWriter();
        type.putKey(value, key);
        return key.toByteArray();
    }

    @Property(tries = 300)
    void integers(@ForAll long left, @ForAll long right) {
        check(Oids.INT8, left, right);
        check(Oids.INT4, (int) left, (int) right);
        check(Oids.INT2, (short) left, (short) right);
        check(Oids.OID, (int) left, (int) right);
        check(Oids.XID8, left, right);
        check(Oids.PG_LSN, left, right);
        check(Oids.UUID, new UUID(left, right), new UUID(right, left));
        check(Oids.BOOL, left < 0, right < 0);
    }

    @Property(tries = 300)
    void floats(@ForAll long leftBits, @ForAll long rightBits) {
        check(Oids.FLOAT8, Double.longBitsToDouble(leftBits), Double.longBitsToDouble(rightBits));
        check(Oids.FLOAT4, Float.intBitsToFloat((int) leftBits), Float.intBitsToFloat((int) rightBits));
    }

    @Property(tries = 500)
    void numerics(
            @ForAll BigInteger left,
            @ForAll @IntRange(max = 400) int leftScale,
            @ForAll BigInteger right,
            @ForAll @IntRange(max = 400) int rightScale) {
        check(Oids.NUMERIC, Numeric.of(new BigDecimal(left, leftScale)), Numeric.of(new BigDecimal(right, rightScale)));
        check(Oids.NUMERIC, Numeric.of(new BigDecimal(left, 2)), Numeric.of(new BigDecimal(right, 2)));
        check(Oids.NUMERIC, Numeric.NAN, Numeric.of(right));
        check(Oids.NUMERIC, Numeric.of(left), Numeric.NEGATIVE_INFINITY);
    }

    @Property(tries = 300)
    void bytes(@ForAll @Size(max = 6) byte[] left, @ForAll @Size(max = 6) byte[] right) {
        check(Oids.BYTEA, new Bytes(left), new Bytes(right));
    }
}
