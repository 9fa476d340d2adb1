package io.pglitedb.types.network;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.numeric.NumberErrors;
import io.pglitedb.types.value.Inet;
import io.pglitedb.types.value.Utf8;

/// inet, and cidr: the same without set bits behind the prefix.
///
/// ```
///   stored   prefix length byte, address 4 or 16 bytes
///   key      family 04 | 06, network (bits behind the prefix zero), prefix length, address
/// ```
public final class InetType implements ValueType {
    public static final InetType INET = new InetType(false);
    public static final InetType CIDR = new InetType(true);

    /// Of the binary form: AF_INET of every platform, and the next number.
    private static final int V4 = 2;

    private static final int V6 = 3;

    private final boolean cidr;

    private InetType(boolean cidr) {
        this.cidr = cidr;
    }

    @Override
    public int oid() {
        return cidr ? Oids.CIDR : Oids.INET;
    }

    private String name() {
        return cidr ? "cidr" : "inet";
    }

    @Override
    public Class<?> carrier() {
        return Inet.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        Inet value = cidr ? AddressParser.parseCidr(text) : AddressParser.parseInet(text);
        if (value == null) {
            throw NumberErrors.invalidInput(name(), text);
        }
        if (cidr && hasHostBits(value)) {
            throw new PgException(SqlState.INVALID_TEXT_REPRESENTATION, "invalid cidr value: \"" + text + "\"")
                    .detail("Value has bits set to right of mask.");
        }
        return value;
    }

    private static boolean hasHostBits(Inet value) {
        return !value.masked(value.bits()).equals(value);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(cidr ? AddressPrinter.full((Inet) value) : AddressPrinter.inet((Inet) value));
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int family = in.getUnsignedByte();
        if (family != V4 && family != V6) {
            throw malformed("invalid address family in external \"" + name() + "\" value");
        }
        int width = family == V6 ? 128 : 32;
        int bits = in.getUnsignedByte();
        if (bits > width) {
            throw malformed("invalid bits in external \"" + name() + "\" value");
        }
        in.getByte(); // is it cidr: ignored
        if (in.getUnsignedByte() != width / 8) {
            throw malformed("invalid length in external \"" + name() + "\" value");
        }
        Inet value = Inet.of(in.getBytes(width / 8), bits);
        if (cidr && hasHostBits(value)) {
            throw malformed("invalid external \"cidr\" value").detail("Value has bits set to right of mask.");
        }
        return value;
    }

    private static PgException malformed(String message) {
        return new PgException(SqlState.INVALID_BINARY_REPRESENTATION, message);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        Inet inet = (Inet) value;
        out.putByte(inet.v6() ? V6 : V4)
                .putByte(inet.bits())
                .putByte(cidr ? 1 : 0)
                .putByte(inet.width() / 8);
        putAddress(inet, out);
    }

    private static void putAddress(Inet value, ByteWriter out) {
        if (value.v6()) {
            out.putLong(value.high()).putLong(value.low());
        } else {
            out.putInt((int) (value.high() >>> 32));
        }
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putByte(((Inet) value).bits());
        putAddress((Inet) value, out);
    }

    @Override
    public Object load(ByteReader in) {
        int bits = in.getUnsignedByte();
        return Inet.of(in.getBytes(in.remaining()), bits);
    }

    @Override
    public int compare(Object left, Object right) {
        return ((Inet) left).compareTo((Inet) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        Inet inet = (Inet) value;
        key.putByte(inet.v6() ? 6 : 4);
        putAddress(inet.masked(inet.bits()), key);
        key.putByte(inet.bits());
        putAddress(inet, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        int size = key.getByte() == 6 ? 16 : 4;
        key.skip(size);
        int bits = key.getUnsignedByte();
        return Inet.of(key.getBytes(size), bits);
    }
}
