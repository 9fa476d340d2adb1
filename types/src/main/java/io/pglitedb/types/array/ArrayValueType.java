package io.pglitedb.types.array;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An array type over any element type.
///
/// ```
///   stored   dimensions varint | (length varint, lower bound int32)… | 0/1 has nulls | [null bitmap] | elements
///            an element: its stored form, with a varint length before it unless the type has a fixed size
///   key      (01 element key | 02 for NULL)… 00 | dimensions int8 | lengths int32… | lower bounds int32…
/// ```
public final class ArrayValueType implements ValueType {
    private static final int END = 0;
    private static final int VALUE = 1;
    private static final int NULL = 2;

    private final int oid;
    private final ValueType element;
    private final char delimiter;

    /// With the usual comma between elements.
    public ArrayValueType(int oid, ValueType element) {
        this(oid, element, ',');
    }

    /// @param delimiter `typdelim` of the element type
    public ArrayValueType(int oid, ValueType element, char delimiter) {
        this.oid = oid;
        this.element = element;
        this.delimiter = delimiter;
    }

    public ValueType element() {
        return element;
    }

    @Override
    public int oid() {
        return oid;
    }

    @Override
    public Class<?> carrier() {
        return PgArray.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        return ArrayText.parse(text, element, delimiter, typmod, session);
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        ArrayText.print((PgArray) value, element, delimiter, session, out);
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        return ArrayBinary.receive(in, element, typmod, session);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        ArrayBinary.send((PgArray) value, element, session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        PgArray array = (PgArray) value;
        Object[] elements = array.elements();
        int dimensionCount = array.dimensions().length;
        out.putVarInt(dimensionCount);
        for (int i = 0; i < dimensionCount; i++) {
            out.putVarInt(array.dimensions()[i]).putInt(array.lowerBounds()[i]);
        }
        boolean hasNulls = hasNull(elements);
        out.putByte(hasNulls ? 1 : 0);
        if (hasNulls) {
            int start = out.size();
            out.putBytes(new byte[(elements.length + 7) / 8]);
            for (int i = 0; i < elements.length; i++) {
                if (elements[i] == null) {
                    out.setByte(start + i / 8, out.array()[start + i / 8] | 1 << i % 8);
                }
            }
        }
        ByteWriter item = element.storedSize() < 0 ? new ByteWriter() : null;
        for (Object each : elements) {
            if (each == null) {
                continue;
            }
            if (item == null) {
                element.store(each, out);
            } else {
                item.clear();
                element.store(each, item);
                out.putVarInt(item.size()).putBytes(item.array(), 0, item.size());
            }
        }
    }

    @Override
    public Object load(ByteReader in) {
        int dimensionCount = in.getVarInt();
        int[] dimensions = new int[dimensionCount];
        int[] lowerBounds = new int[dimensionCount];
        for (int i = 0; i < dimensionCount; i++) {
            dimensions[i] = in.getVarInt();
            lowerBounds[i] = in.getInt();
        }
        int count = ArrayShape.elementCount(dimensions);
        byte[] nulls = in.getByte() == 1 ? in.getBytes((count + 7) / 8) : null;
        Object[] elements = new Object[count];
        ByteReader item = new ByteReader(in.array(), 0, 0);
        for (int i = 0; i < count; i++) {
            if (nulls != null && (nulls[i / 8] >> i % 8 & 1) != 0) {
                continue;
            }
            int length = element.storedSize() < 0 ? in.getVarInt() : element.storedSize();
            item.wrap(in.array(), in.position(), length);
            in.skip(length);
            elements[i] = element.load(item);
        }
        return new PgArray(element.oid(), dimensions, lowerBounds, elements);
    }

    static boolean hasNull(Object[] elements) {
        for (Object each : elements) {
            if (each == null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compare(Object left, Object right) {
        PgArray a = (PgArray) left;
        PgArray b = (PgArray) right;
        int shared = Math.min(a.elements().length, b.elements().length);
        for (int i = 0; i < shared; i++) {
            Object x = a.elements()[i];
            Object y = b.elements()[i];
            if (x == null || y == null) {
                if (x != y) {
                    return x == null ? 1 : -1;
                }
                continue;
            }
            int order = element.compare(x, y);
            if (order != 0) {
                return order;
            }
        }
        if (a.elements().length != b.elements().length) {
            return Integer.compare(a.elements().length, b.elements().length);
        }
        if (a.dimensions().length != b.dimensions().length) {
            return Integer.compare(a.dimensions().length, b.dimensions().length);
        }
        int order = compareInts(a.dimensions(), b.dimensions());
        return order != 0 ? order : compareInts(a.lowerBounds(), b.lowerBounds());
    }

    private static int compareInts(int[] a, int[] b) {
        return Arrays.compare(a, b);
    }

    @Override
    public boolean equal(Object left, Object right) {
        PgArray a = (PgArray) left;
        PgArray b = (PgArray) right;
        if (!Arrays.equals(a.dimensions(), b.dimensions()) || !Arrays.equals(a.lowerBounds(), b.lowerBounds())) {
            return false;
        }
        for (int i = 0; i < a.elements().length; i++) {
            Object x = a.elements()[i];
            Object y = b.elements()[i];
            if (x == null || y == null ? x != y : !element.equal(x, y)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hash(Object value) {
        int hash = 1;
        for (Object each : ((PgArray) value).elements()) {
            hash = 31 * hash + (each == null ? 0 : element.hash(each));
        }
        return hash;
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        PgArray array = (PgArray) value;
        for (Object each : array.elements()) {
            if (each == null) {
                key.putByte(NULL);
            } else {
                key.putByte(VALUE);
                element.putKey(each, key);
            }
        }
        key.putByte(END).putByte(array.dimensions().length);
        for (int dimension : array.dimensions()) {
            key.putInt(dimension);
        }
        for (int bound : array.lowerBounds()) {
            key.putInt(bound ^ Integer.MIN_VALUE);
        }
    }

    @Override
    public Object takeKey(ByteReader key) {
        if (!keyKeepsValue()) {
            throw new IllegalStateException("the key of array type " + oid + " does not keep the value");
        }
        List<Object> elements = new ArrayList<>();
        for (int mark = key.getByte(); mark != END; mark = key.getByte()) {
            elements.add(mark == NULL ? null : element.takeKey(key));
        }
        int[] dimensions = new int[key.getByte()];
        int[] lowerBounds = new int[dimensions.length];
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = key.getInt();
        }
        for (int i = 0; i < dimensions.length; i++) {
            lowerBounds[i] = key.getInt() ^ Integer.MIN_VALUE;
        }
        return new PgArray(element.oid(), dimensions, lowerBounds, elements.toArray());
    }

    @Override
    public boolean keyKeepsValue() {
        return element.keyKeepsValue();
    }
}
