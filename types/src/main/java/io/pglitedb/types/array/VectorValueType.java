package io.pglitedb.types.array;

import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/// int2vector and oidvector: arrays of one dimension with subscripts from 0, no nulls, printed as numbers with a space
/// between. Everything but the text form is that of arrays; oidvector orders by length first.
public final class VectorValueType implements ValueType {
    private static final int INT2VECTOR = 22;

    private final int oid;
    private final ValueType element;
    private final ArrayValueType array;

    private VectorValueType(int oid, ValueType element) {
        this.oid = oid;
        this.element = element;
        this.array = new ArrayValueType(oid, element);
    }

    /// @param int2 the element type
    public static VectorValueType int2vector(ValueType int2) {
        return new VectorValueType(INT2VECTOR, int2);
    }

    /// @param oidType the element type
    public static VectorValueType oidvector(ValueType oidType) {
        return new VectorValueType(30, oidType);
    }

    public static PgArray of(int elementType, Object... elements) {
        return new PgArray(elementType, new int[] {elements.length}, new int[] {0}, elements);
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
        List<Object> elements = new ArrayList<>();
        int i = 0;
        while (true) {
            while (i < text.length() && ArrayShape.isSpace(text.byteAt(i))) {
                i++;
            }
            if (i == text.length()) {
                return of(element.oid(), elements.toArray());
            }
            int start = i;
            while (i < text.length() && !ArrayShape.isSpace(text.byteAt(i))) {
                i++;
            }
            elements.add(element.parse(text.slice(start, i), -1, session));
        }
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        Object[] elements = ((PgArray) value).elements();
        for (int i = 0; i < elements.length; i++) {
            if (i > 0) {
                out.putByte(' ');
            }
            element.print(elements[i], session, out);
        }
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        PgArray received = ArrayBinary.receive(in, element, -1, session);
        if (received.dimensions().length == 0) {
            return of(element.oid());
        }
        if (received.dimensions().length != 1
                || received.lowerBounds()[0] != 0
                || ArrayValueType.hasNull(received.elements())) {
            throw new PgException(
                    SqlState.INVALID_BINARY_REPRESENTATION,
                    "invalid %s data".formatted(oid == INT2VECTOR ? "int2vector" : "oidvector"));
        }
        return received;
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
        array.store(value, out);
    }

    @Override
    public Object load(ByteReader in) {
        return array.load(in);
    }

    @Override
    public int compare(Object left, Object right) {
        int lengths = Integer.compare(((PgArray) left).elements().length, ((PgArray) right).elements().length);
        return oid != INT2VECTOR && lengths != 0 ? lengths : array.compare(left, right);
    }

    @Override
    public int hash(Object value) {
        return array.hash(value);
    }

    @Override
    public void putKey(Object value, ByteWriter key) {
        if (oid != INT2VECTOR) {
            key.putInt(((PgArray) value).elements().length);
        }
        array.putKey(value, key);
    }

    @Override
    public Object takeKey(ByteReader key) {
        if (oid != INT2VECTOR) {
            key.skip(4);
        }
        return array.takeKey(key);
    }
}
