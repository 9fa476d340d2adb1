package io.pglitedb.types.bit;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.binary.ByteaType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.BitString;
import io.pglitedb.types.value.Utf8;

/// bit (padded to its length) or bit varying.
///
/// ```
///   stored   length in bits int32 | bytes
///   key      escaped bytes as bytea's | bits used of the last byte
/// ```
public final class BitType implements ValueType {
    private static final int BITS_MAX = Integer.MAX_VALUE - 7;

    private final int oid;

    BitType(int oid) {
        this.oid = oid;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return BitString.class;
    }

    /// Binary digits, or hexadecimal ones behind an X.
    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        int first = text.isEmpty() ? 0 : text.byteAt(0) | 0x20;
        int digitBits = first == 'x' ? 4 : 1;
        int start = first == 'x' || first == 'b' ? 1 : 0;
        long length = (long) (text.length() - start) * digitBits;
        if (length > BITS_MAX) {
            throw new PgException(
                    SqlState.PROGRAM_LIMIT_EXCEEDED,
                    "bit string length exceeds the maximum allowed (%d)".formatted(BITS_MAX));
        }
        checkLength((int) length, typmod);
        BitString bits = BitString.ofZeros((int) length);
        for (int i = start, place = 0; i < text.length(); i++, place += digitBits) {
            int c = text.byteAt(i);
            int digit = c < 0 ? -1 : Character.digit(c, 1 << digitBits);
            if (digit < 0) {
                throw new PgException(
                        SqlState.INVALID_TEXT_REPRESENTATION,
                        "\"%s\" is not a valid %s digit"
                                .formatted(
                                        Character.toString(text.codePointAt(i)),
                                        digitBits == 4 ? "hexadecimal" : "binary"));
            }
            bits.bytes()[place >> 3] |= (byte) (digit << 8 - digitBits - (place & 7));
        }
        return bits;
    }

    private void checkLength(int length, int typmod) {
        if (typmod <= 0) {
            return;
        }
        if (oid == Oids.BIT && length != typmod) {
            throw new PgException(
                    SqlState.STRING_DATA_LENGTH_MISMATCH,
                    "bit string length %d does not match type bit(%d)".formatted(length, typmod));
        }
        if (oid == Oids.VARBIT && length > typmod) {
            throw tooLong(typmod);
        }
    }

    static PgException tooLong(int typmod) {
        return new PgException(
                SqlState.STRING_DATA_RIGHT_TRUNCATION,
                "bit string too long for type bit varying(%d)".formatted(typmod));
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putAscii(value.toString());
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        int length = in.getInt();
        if (length < 0 || length > BITS_MAX) {
            throw new PgException(SqlState.INVALID_BINARY_REPRESENTATION, "invalid length in external bit string");
        }
        checkLength(length, typmod);
        BitString received = new BitString(length, in.getBytes((length + 7) >>> 3));
        return received.slice(0, length);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        store(value, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        BitString bits = (BitString) value;
        out.putInt(bits.length()).putBytes(bits.bytes());
    }

    @Override
    public Object load(ByteReader in) {
        int length = in.getInt();
        return new BitString(length, in.getBytes(in.remaining()));
    }

    @Override
    public int compare(Object left, Object right) {
        return ((BitString) left).compareTo((BitString) right);
    }

    @Override
    public int hash(Object value) {
        return value.hashCode();
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        BitString bits = (BitString) value;
        ByteaType.putEscaped(bits.bytes(), key);
        key.putByte(bits.length() - (bits.bytes().length - 1) * 8);
    }

    @Override
    public Object takeKey(ByteReader key) {
        byte[] bytes = ByteaType.takeEscaped(key);
        return new BitString((bytes.length - 1) * 8 + key.getUnsignedByte(), bytes);
    }
}
