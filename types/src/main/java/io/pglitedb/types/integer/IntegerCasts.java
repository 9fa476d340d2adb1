package io.pglitedb.types.integer;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Utf8;

/// Casts between integers, booleans and OIDs, and integers as hexadecimal text.
public final class IntegerCasts {
    private IntegerCasts() {}

    @Prosrc("i2toi4")
    public static int int2ToInt4(short value) {
        return value;
    }

    @Prosrc("int28")
    public static long int2ToInt8(short value) {
        return value;
    }

    @Prosrc("int48")
    public static long int4ToInt8(int value) {
        return value;
    }

    @Prosrc("i4toi2")
    public static short int4ToInt2(int value) {
        if (value != (short) value) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) value;
    }

    @Prosrc("int82")
    public static short int8ToInt2(long value) {
        if (value != (short) value) {
            throw NumberErrors.outOfRange("smallint");
        }
        return (short) value;
    }

    @Prosrc("int84")
    public static int int8ToInt4(long value) {
        if (value != (int) value) {
            throw NumberErrors.outOfRange("integer");
        }
        return (int) value;
    }

    @Prosrc("i8tooid")
    public static int int8ToOid(long value) {
        if (value != (value & 0xffff_ffffL)) {
            throw NumberErrors.outOfRange("OID");
        }
        return (int) value;
    }

    @Prosrc("oidtoi8")
    public static long oidToInt8(int oid) {
        return Integer.toUnsignedLong(oid);
    }

    @Prosrc("int4_bool")
    public static boolean int4ToBool(int value) {
        return value != 0;
    }

    @Prosrc("bool_int4")
    public static int boolToInt4(boolean value) {
        return value ? 1 : 0;
    }

    @Prosrc("to_hex32")
    public static Utf8 toHex32(int value) {
        return Utf8.of(Integer.toHexString(value));
    }

    @Prosrc("to_hex64")
    public static Utf8 toHex64(long value) {
        return Utf8.of(Long.toHexString(value));
    }
}
