package io.pglitedb.types.array;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.UnorderedType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;

/// anyarray as columns of the catalog have it (pg_statistic, attmissingval): an array that says what its elements
/// are. It must be read without a session, so elements of user-defined types are kept whole: enums are, others
/// are refused.
///
/// ```
///   stored   element type OID int32 | 0 built-in, 1 enum | as an array stores its elements
///            an enum's element: label's OID int32, sort order float4, label
/// ```
final class AnyArrayType extends UnorderedType {
    private static final int BUILTIN = 0;
    private static final int ENUM = 1;

    @Override
    public int oid() {
        return Oids.ANYARRAY;
    }

    @Override
    public Class<?> carrier() {
        return PgArray.class;
    }

    @Override
    public Object parse(Utf8 text, int typmod, SessionContext session) {
        throw notAccepted();
    }

    @Override
    public Object receive(ByteReader in, int typmod, SessionContext session) {
        throw notAccepted();
    }

    private static PgException notAccepted() {
        return new PgException(SqlState.FEATURE_NOT_SUPPORTED, "cannot accept a value of type anyarray");
    }

    @Override
    public void print(Object value, SessionContext session, ByteWriter out) {
        PgArray array = (PgArray) value;
        char delimiter = array.elementType() == Oids.BOX ? ';' : ',';
        ArrayText.print(array, session.type(array.elementType()), delimiter, session, out);
    }

    @Override
    public void send(Object value, SessionContext session, ByteWriter out) {
        PgArray array = (PgArray) value;
        ArrayBinary.send(array, session.type(array.elementType()), session, out);
    }

    @Override
    public int storedSize() {
        return -1;
    }

    @Override
    public void store(Object value, ByteWriter out) {
        PgArray array = (PgArray) value;
        ValueType builtin = BuiltinTypes.find(array.elementType());
        out.putInt(array.elementType()).putByte(builtin == null ? ENUM : BUILTIN);
        ValueType element = builtin == null ? new EnumElement(array.elementType()) : builtin;
        new ArrayValueType(Oids.ANYARRAY, element).store(array, out);
    }

    @Override
    public Object load(ByteReader in) {
        int elementType = in.getInt();
        ValueType element = in.getByte() == ENUM ? new EnumElement(elementType) : BuiltinTypes.get(elementType);
        return new ArrayValueType(Oids.ANYARRAY, element).load(in);
    }

    /// An enum's label with all that its carrier holds.
    private static final class EnumElement extends UnorderedType {
        private final int oid;

        EnumElement(int oid) {
            this.oid = oid;
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
        public int storedSize() {
            return -1;
        }

        @Override
        public void store(Object value, ByteWriter out) {
            if (!(value instanceof EnumValue(int label, float order, String text))) {
                throw PgException.notSupported("keeping values of a user-defined type in the catalog");
            }
            out.putInt(label).putFloat(order).putUtf8(text);
        }

        @Override
        public Object load(ByteReader in) {
            int label = in.getInt();
            float order = in.getFloat();
            return new EnumValue(label, order, in.getString(in.remaining()));
        }

        @Override
        public Object parse(Utf8 text, int typmod, SessionContext session) {
            throw notAccepted();
        }

        @Override
        public Object receive(ByteReader in, int typmod, SessionContext session) {
            throw notAccepted();
        }

        @Override
        public void print(Object value, SessionContext session, ByteWriter out) {
            out.putUtf8(((EnumValue) value).label());
        }

        @Override
        public void send(Object value, SessionContext session, ByteWriter out) {
            print(value, session, out);
        }
    }
}
