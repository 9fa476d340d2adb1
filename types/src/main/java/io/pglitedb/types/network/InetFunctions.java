package io.pglitedb.types.network;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.hash.JenkinsHash;
import io.pglitedb.types.value.Inet;
import io.pglitedb.types.value.Utf8;
import java.math.BigInteger;

/// Operators and functions of inet and cidr.
public final class InetFunctions {
    private InetFunctions() {}

    @Prosrc("network_eq")
    public static boolean eq(Inet left, Inet right) {
        return left.compareTo(right) == 0;
    }

    @Prosrc("network_ne")
    public static boolean ne(Inet left, Inet right) {
        return left.compareTo(right) != 0;
    }

    @Prosrc("network_lt")
    public static boolean lt(Inet left, Inet right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("network_le")
    public static boolean le(Inet left, Inet right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("network_gt")
    public static boolean gt(Inet left, Inet right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("network_ge")
    public static boolean ge(Inet left, Inet right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("network_cmp")
    public static int cmp(Inet left, Inet right) {
        return Integer.signum(left.compareTo(right));
    }

    @Prosrc("network_larger")
    public static Inet larger(Inet left, Inet right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    @Prosrc("network_smaller")
    public static Inet smaller(Inet left, Inet right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    @Prosrc("hashinet")
    public static int hash(Inet value) {
        return JenkinsHash.hash(hashed(value));
    }

    @Prosrc("hashinetextended")
    public static long hash(Inet value, long seed) {
        byte[] bytes = hashed(value);
        return JenkinsHash.hash(bytes, 0, bytes.length, seed);
    }

    private static byte[] hashed(Inet value) {
        ByteWriter bytes = new ByteWriter(18).putByte(value.v6() ? 3 : 2).putByte(value.bits());
        for (int i = 0; i < value.width() / 8; i++) {
            bytes.putByte(value.byteAt(i));
        }
        return bytes.toByteArray();
    }

    @Prosrc("network_sub")
    public static boolean sub(Inet left, Inet right) {
        return left.bits() > right.bits() && contains(right, left);
    }

    @Prosrc("network_subeq")
    public static boolean subeq(Inet left, Inet right) {
        return contains(right, left);
    }

    @Prosrc("network_sup")
    public static boolean sup(Inet left, Inet right) {
        return left.bits() < right.bits() && contains(left, right);
    }

    @Prosrc("network_supeq")
    public static boolean supeq(Inet left, Inet right) {
        return contains(left, right);
    }

    private static boolean contains(Inet network, Inet inner) {
        return network.v6() == inner.v6()
                && network.bits() <= inner.bits()
                && network.comparePrefix(inner, network.bits()) == 0;
    }

    @Prosrc("network_overlap")
    public static boolean overlap(Inet left, Inet right) {
        return contains(left, right) || contains(right, left);
    }

    @Prosrc("network_host")
    public static Utf8 host(Inet value) {
        return Utf8.of(AddressPrinter.address(value));
    }

    @Prosrc("network_show")
    public static Utf8 show(Inet value) {
        return Utf8.of(AddressPrinter.full(value));
    }

    @Prosrc("inet_abbrev")
    public static Utf8 abbrev(Inet value) {
        return Utf8.of(AddressPrinter.inet(value));
    }

    @Prosrc("cidr_abbrev")
    public static Utf8 cidrAbbrev(Inet value) {
        return Utf8.of(AddressPrinter.abbreviated(value));
    }

    @Prosrc("network_masklen")
    public static int masklen(Inet value) {
        return value.bits();
    }

    @Prosrc("network_family")
    public static int family(Inet value) {
        return value.v6() ? 6 : 4;
    }

    @Prosrc("network_broadcast")
    public static Inet broadcast(Inet value) {
        return or(value, hostmask(value)).withBits(value.bits());
    }

    @Prosrc({"network_network", "inet_to_cidr"})
    public static Inet network(Inet value) {
        return value.masked(value.bits());
    }

    @Prosrc("network_netmask")
    public static Inet netmask(Inet value) {
        return whole(value, Inet.highMask(value.bits()), Inet.lowMask(value.bits()));
    }

    @Prosrc("network_hostmask")
    public static Inet hostmask(Inet value) {
        int width = value.width();
        return whole(
                value,
                Inet.highMask(width) & ~Inet.highMask(value.bits()),
                Inet.lowMask(width) & ~Inet.lowMask(value.bits()));
    }

    private static Inet whole(Inet family, long high, long low) {
        return new Inet(family.v6(), high, low, family.width());
    }

    @Prosrc("inet_same_family")
    public static boolean sameFamily(Inet left, Inet right) {
        return left.v6() == right.v6();
    }

    @Prosrc("inet_merge")
    public static Inet merge(Inet left, Inet right) {
        if (left.v6() != right.v6()) {
            throw invalid("cannot merge addresses from different families");
        }
        int common = Math.min(left.bits(), right.bits());
        long highDifference = left.high() ^ right.high();
        int equal = highDifference != 0
                ? Long.numberOfLeadingZeros(highDifference)
                : 64 + Long.numberOfLeadingZeros(left.low() ^ right.low());
        int bits = Math.min(common, equal);
        return left.masked(bits).withBits(bits);
    }

    @Prosrc("inet_set_masklen")
    public static Inet setMasklen(Inet value, int bits) {
        int newBits = bits == -1 ? value.width() : bits;
        if (newBits < 0 || newBits > value.width()) {
            throw invalid("invalid mask length: " + newBits);
        }
        return value.withBits(newBits);
    }

    @Prosrc("cidr_set_masklen")
    public static Inet cidrSetMasklen(Inet value, int bits) {
        return network(setMasklen(value, bits));
    }

    @Prosrc("inetnot")
    public static Inet not(Inet value) {
        return value.withAddress(
                ~value.high() & Inet.highMask(value.width()), ~value.low() & Inet.lowMask(value.width()));
    }

    @Prosrc("inetand")
    public static Inet and(Inet left, Inet right) {
        requireSameFamily(left, right, "AND");
        return combined(left, right, left.high() & right.high(), left.low() & right.low());
    }

    @Prosrc("inetor")
    public static Inet or(Inet left, Inet right) {
        requireSameFamily(left, right, "OR");
        return combined(left, right, left.high() | right.high(), left.low() | right.low());
    }

    private static Inet combined(Inet left, Inet right, long high, long low) {
        return new Inet(left.v6(), high, low, Math.max(left.bits(), right.bits()));
    }

    private static void requireSameFamily(Inet left, Inet right, String operation) {
        if (left.v6() != right.v6()) {
            throw invalid("cannot " + operation + " inet values of different sizes");
        }
    }

    @Prosrc("inetpl")
    public static Inet plus(Inet value, long addend) {
        return moved(value, BigInteger.valueOf(addend));
    }

    /// Written in SQL by PostgreSQL.
    @Prosrc("int8pl_inet(bigint, inet)")
    public static Inet plus(long addend, Inet value) {
        return plus(value, addend);
    }

    @Prosrc("inetmi_int8")
    public static Inet minus(Inet value, long subtrahend) {
        return moved(value, BigInteger.valueOf(-subtrahend)); // the least bigint stays itself, as in PostgreSQL
    }

    private static Inet moved(Inet value, BigInteger distance) {
        BigInteger sum = number(value).add(distance);
        if (sum.signum() < 0 || sum.bitLength() > value.width()) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "result is out of range");
        }
        BigInteger aligned = sum.shiftLeft(128 - value.width());
        return value.withAddress(aligned.shiftRight(64).longValue(), aligned.longValue());
    }

    @Prosrc("inetmi")
    public static long minus(Inet left, Inet right) {
        if (left.v6() != right.v6()) {
            throw invalid("cannot subtract inet values of different sizes");
        }
        BigInteger difference = wrapped(number(left).subtract(number(right)));
        if (difference.bitLength() > 63) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "result is out of range");
        }
        return difference.longValue();
    }

    /// As a signed number of 128 bits: PostgreSQL does not see an overflow beyond them.
    private static BigInteger wrapped(BigInteger difference) {
        BigInteger half = BigInteger.ONE.shiftLeft(127);
        return difference.add(half).mod(half.shiftLeft(1)).subtract(half);
    }

    private static BigInteger number(Inet value) {
        byte[] bytes =
                new ByteWriter(16).putLong(value.high()).putLong(value.low()).toByteArray();
        return new BigInteger(1, bytes).shiftRight(128 - value.width());
    }

    private static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }
}
