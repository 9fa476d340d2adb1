package io.pglitedb.types.enumeration;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.Utf8;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An enum type with its labels. Stored as the label's OID, so that renaming a label touches no row; the key is the
/// sort order, which therefore must not change while an index uses it.
public final class EnumValueType implements ValueType {
    private final int oid;
    private final String name;
    private final List<EnumValue> labels;
    private final Map<Utf8, EnumValue> byLabel = new HashMap<>();
    private final Map<Integer, EnumValue> byOid = new HashMap<>();

    /// @param name for messages, as format_type shows it
    /// @param labels in any order
    public EnumValueType(int oid, String name, List<EnumValue> labels) {
        this.oid = oid;
        this.name = name;
        this.labels = labels.stream().sorted(Comparator.naturalOrder()).toList();
        for (EnumValue label : labels) {
            byLabel.put(Utf8.of(label.label()), label);
            byOid.put(label.oid(), label);
        }
    }

    public String name() {
        return name;
    }

    /// In order.
    public List<EnumValue> labels() {
        return labels;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return EnumValue.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        EnumValue value = byLabel.get(text);
        if (value == null) {
            throw new PgException(
                    SqlState.INVALID_TEXT_REPRESENTATION,
                    "invalid input value for enum %s: \"%s\"".formatted(name, text));
        }
        return value;
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        out.putUtf8(((EnumValue) value).label());
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return parse(new Utf8(in.getBytes(in.remaining())), typmod, session);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        print(value, session, out);
    }

    @Override
    public int storedSize() {
        return 4;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        out.putInt(((EnumValue) value).oid());
    }

    @Override
    public Object load(ByteReader in) {
        int stored = in.getInt();
        EnumValue value = byOid.get(stored);
        if (value == null) {
            throw new PgException(
                    SqlState.INVALID_BINARY_REPRESENTATION,
                    "invalid internal value for enum: " + Integer.toUnsignedString(stored));
        }
        return value;
    }

    @Override
    public int compare(Object left, Object right) {
        return ((EnumValue) left).compareTo((EnumValue) right);
    }

    @Override
    public int hash(Object value) {
        return Float.hashCode(((EnumValue) value).order());
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        int bits = Float.floatToIntBits(((EnumValue) value).order());
        key.putInt(bits ^ (bits >> 31 | Integer.MIN_VALUE));
    }

    @Override
    public Object takeKey(ByteReader key) {
        int flipped = key.getInt();
        float order = Float.intBitsToFloat(flipped ^ (~flipped >> 31 | Integer.MIN_VALUE));
        for (EnumValue label : labels) {
            if (label.order() == order) {
                return label;
            }
        }
        throw new IllegalStateException("no label of enum %s has sort order %s".formatted(name, order));
    }
}
