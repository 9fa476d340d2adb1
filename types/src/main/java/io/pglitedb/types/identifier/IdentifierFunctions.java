package io.pglitedb.types.identifier;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Tid;
import io.pglitedb.types.value.Utf8;
import java.util.UUID;

/// Operators of oid, xid, cid, xid8, pg_lsn, uuid, tid and "char".
public final class IdentifierFunctions {
    private IdentifierFunctions() {}

    static int compare(UUID left, UUID right) {
        int order = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }

    @Prosrc("oideq")
    public static boolean oideq(int left, int right) {
        return Integer.compareUnsigned(left, right) == 0;
    }

    @Prosrc("oidne")
    public static boolean oidne(int left, int right) {
        return Integer.compareUnsigned(left, right) != 0;
    }

    @Prosrc("oidlt")
    public static boolean oidlt(int left, int right) {
        return Integer.compareUnsigned(left, right) < 0;
    }

    @Prosrc("oidle")
    public static boolean oidle(int left, int right) {
        return Integer.compareUnsigned(left, right) <= 0;
    }

    @Prosrc("oidgt")
    public static boolean oidgt(int left, int right) {
        return Integer.compareUnsigned(left, right) > 0;
    }

    @Prosrc("oidge")
    public static boolean oidge(int left, int right) {
        return Integer.compareUnsigned(left, right) >= 0;
    }

    @Prosrc("oidlarger")
    public static int oidlarger(int left, int right) {
        return Integer.compareUnsigned(left, right) >= 0 ? left : right;
    }

    @Prosrc("oidsmaller")
    public static int oidsmaller(int left, int right) {
        return Integer.compareUnsigned(left, right) <= 0 ? left : right;
    }

    @Prosrc("btoidcmp")
    public static int btoidcmp(int left, int right) {
        return Integer.compareUnsigned(left, right);
    }

    @Prosrc("xideq")
    public static boolean xideq(int left, int right) {
        return left == right;
    }

    @Prosrc("xidneq")
    public static boolean xidneq(int left, int right) {
        return left != right;
    }

    @Prosrc("cideq")
    public static boolean cideq(int left, int right) {
        return left == right;
    }

    @Prosrc("xid8eq")
    public static boolean xid8eq(long left, long right) {
        return Long.compareUnsigned(left, right) == 0;
    }

    @Prosrc("xid8ne")
    public static boolean xid8ne(long left, long right) {
        return Long.compareUnsigned(left, right) != 0;
    }

    @Prosrc("xid8lt")
    public static boolean xid8lt(long left, long right) {
        return Long.compareUnsigned(left, right) < 0;
    }

    @Prosrc("xid8le")
    public static boolean xid8le(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0;
    }

    @Prosrc("xid8gt")
    public static boolean xid8gt(long left, long right) {
        return Long.compareUnsigned(left, right) > 0;
    }

    @Prosrc("xid8ge")
    public static boolean xid8ge(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0;
    }

    @Prosrc("xid8_larger")
    public static long xid8_larger(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0 ? left : right;
    }

    @Prosrc("xid8_smaller")
    public static long xid8_smaller(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0 ? left : right;
    }

    @Prosrc("xid8cmp")
    public static int xid8cmp(long left, long right) {
        return Long.compareUnsigned(left, right);
    }

    @Prosrc("xid8toxid")
    public static int xid8toxid(long value) {
        return (int) value;
    }

    @Prosrc("pg_lsn_eq")
    public static boolean lsn_eq(long left, long right) {
        return Long.compareUnsigned(left, right) == 0;
    }

    @Prosrc("pg_lsn_ne")
    public static boolean lsn_ne(long left, long right) {
        return Long.compareUnsigned(left, right) != 0;
    }

    @Prosrc("pg_lsn_lt")
    public static boolean lsn_lt(long left, long right) {
        return Long.compareUnsigned(left, right) < 0;
    }

    @Prosrc("pg_lsn_le")
    public static boolean lsn_le(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0;
    }

    @Prosrc("pg_lsn_gt")
    public static boolean lsn_gt(long left, long right) {
        return Long.compareUnsigned(left, right) > 0;
    }

    @Prosrc("pg_lsn_ge")
    public static boolean lsn_ge(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0;
    }

    @Prosrc("pg_lsn_larger")
    public static long lsn_larger(long left, long right) {
        return Long.compareUnsigned(left, right) >= 0 ? left : right;
    }

    @Prosrc("pg_lsn_smaller")
    public static long lsn_smaller(long left, long right) {
        return Long.compareUnsigned(left, right) <= 0 ? left : right;
    }

    @Prosrc("pg_lsn_cmp")
    public static int lsn_cmp(long left, long right) {
        return Long.compareUnsigned(left, right);
    }

    @Prosrc("uuid_eq")
    public static boolean uuid_eq(UUID left, UUID right) {
        return compare(left, right) == 0;
    }

    @Prosrc("uuid_ne")
    public static boolean uuid_ne(UUID left, UUID right) {
        return compare(left, right) != 0;
    }

    @Prosrc("uuid_lt")
    public static boolean uuid_lt(UUID left, UUID right) {
        return compare(left, right) < 0;
    }

    @Prosrc("uuid_le")
    public static boolean uuid_le(UUID left, UUID right) {
        return compare(left, right) <= 0;
    }

    @Prosrc("uuid_gt")
    public static boolean uuid_gt(UUID left, UUID right) {
        return compare(left, right) > 0;
    }

    @Prosrc("uuid_ge")
    public static boolean uuid_ge(UUID left, UUID right) {
        return compare(left, right) >= 0;
    }

    @Prosrc("uuid_cmp")
    public static int uuid_cmp(UUID left, UUID right) {
        return compare(left, right);
    }

    @Prosrc("gen_random_uuid")
    public static UUID randomUuid() {
        return UUID.randomUUID();
    }

    private static byte[] bytes(UUID value) {
        return new ByteWriter(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .toByteArray();
    }

    @Prosrc("uuid_hash")
    public static int hash(UUID value) {
        return JenkinsHash.hash(bytes(value));
    }

    @Prosrc("uuid_hash_extended")
    public static long hash(UUID value, long seed) {
        return JenkinsHash.hash(bytes(value), 0, 16, seed);
    }

    @Prosrc("tideq")
    public static boolean tideq(Tid left, Tid right) {
        return left.compareTo(right) == 0;
    }

    @Prosrc("tidne")
    public static boolean tidne(Tid left, Tid right) {
        return left.compareTo(right) != 0;
    }

    @Prosrc("tidlt")
    public static boolean tidlt(Tid left, Tid right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("tidle")
    public static boolean tidle(Tid left, Tid right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("tidgt")
    public static boolean tidgt(Tid left, Tid right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("tidge")
    public static boolean tidge(Tid left, Tid right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("tidlarger")
    public static Tid tidlarger(Tid left, Tid right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    @Prosrc("tidsmaller")
    public static Tid tidsmaller(Tid left, Tid right) {
        return left.compareTo(right) <= 0 ? left : right;
    }

    @Prosrc("bttidcmp")
    public static int bttidcmp(Tid left, Tid right) {
        return left.compareTo(right);
    }

    @Prosrc("chareq")
    public static boolean chareq(byte left, byte right) {
        return Byte.compareUnsigned(left, right) == 0;
    }

    @Prosrc("charne")
    public static boolean charne(byte left, byte right) {
        return Byte.compareUnsigned(left, right) != 0;
    }

    @Prosrc("charlt")
    public static boolean charlt(byte left, byte right) {
        return Byte.compareUnsigned(left, right) < 0;
    }

    @Prosrc("charle")
    public static boolean charle(byte left, byte right) {
        return Byte.compareUnsigned(left, right) <= 0;
    }

    @Prosrc("chargt")
    public static boolean chargt(byte left, byte right) {
        return Byte.compareUnsigned(left, right) > 0;
    }

    @Prosrc("charge")
    public static boolean charge(byte left, byte right) {
        return Byte.compareUnsigned(left, right) >= 0;
    }

    @Prosrc("btcharcmp")
    public static int btcharcmp(byte left, byte right) {
        return (left & 0xff) - (right & 0xff);
    }

    @Prosrc("chartoi4")
    public static int chartoi4(byte value) {
        return value;
    }

    @Prosrc("i4tochar")
    public static byte i4tochar(int value) {
        if (value != (byte) value) {
            throw NumberErrors.outOfRange("\"char\"");
        }
        return (byte) value;
    }

    @Prosrc("hashchar")
    public static int hashchar(byte value) {
        return JenkinsHash.hash(value);
    }

    @Prosrc("hashcharextended")
    public static long hashchar(byte value, long seed) {
        return JenkinsHash.hash(value, seed);
    }

    @Prosrc("text_char")
    public static byte text_char(Utf8 value) {
        return CharType.parse(value);
    }

    @Prosrc({"char_text", "char_bpchar"})
    public static Utf8 char_text(byte value) {
        return new CharType().toUtf8(value, null);
    }
}
