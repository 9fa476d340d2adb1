package io.pglitedb.types.json;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.datetime.IsoDates;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;

/// Any SQL value as JSON text: `to_json`. Numbers and booleans stay bare, dates are ISO 8601, arrays and rows
/// nest, all else is the quoted text form.
final class JsonEncoder {
    private final SessionContext session;

    JsonEncoder(SessionContext session) {
        this.session = session;
    }

    void put(Object value, int typeOid, ByteWriter out) {
        put(value, typeOid, false, out);
    }

    /// @param pretty a line for each element or field at the outermost level
    void put(Object value, int typeOid, boolean pretty, ByteWriter out) {
        if (value == null) {
            out.putAscii("null");
            return;
        }
        switch (value) {
            case Boolean bool -> out.putAscii(bool ? "true" : "false");
            case Jsonb json -> JsonbTrees.print(json, out);
            case PgRecord row -> putRow(row, pretty, out);
            case PgArray array when session.type(typeOid) instanceof ArrayValueType -> putArray(array, pretty, out);
            default -> putScalar(value, session.type(typeOid), out);
        }
    }

    private void putScalar(Object value, ValueType type, ByteWriter out) {
        if (type.oid() == Oids.JSON) {
            putRaw((Utf8) value, out);
            return;
        }
        Utf8 text = text(value, type);
        if (isNumber(type.oid()) && isJsonNumber(text)) {
            putRaw(text, out);
        } else {
            JsonStrings.quote(text, out);
        }
    }

    private static void putRaw(Utf8 text, ByteWriter out) {
        out.putBytes(text.array(), text.offset(), text.length());
    }

    private static boolean isNumber(int oid) {
        return switch (oid) {
            case Oids.INT2, Oids.INT4, Oids.INT8, Oids.FLOAT4, Oids.FLOAT8, Oids.NUMERIC -> true;
            default -> false;
        };
    }

    /// Only NaN and infinities are none.
    private static boolean isJsonNumber(Utf8 text) {
        int last = text.byteAt(text.length() - 1);
        return last >= '0' && last <= '9';
    }

    private Utf8 text(Object value, ValueType type) {
        return switch (type.oid()) {
            case Oids.DATE, Oids.TIMESTAMP, Oids.TIMESTAMPTZ -> IsoDates.text(value, type, session);
            default -> type.toUtf8(value, session);
        };
    }

    private void putArray(PgArray array, boolean pretty, ByteWriter out) {
        if (array.elements().length == 0) {
            out.putAscii("[]");
        } else {
            putDimension(array, 0, 0, pretty, out);
        }
    }

    /// Returns the offset behind the elements written.
    private int putDimension(PgArray array, int dimension, int offset, boolean pretty, ByteWriter out) {
        out.putByte('[');
        int next = offset;
        for (int i = 0; i < array.dimensions()[dimension]; i++) {
            if (i > 0) {
                out.putAscii(pretty ? ",\n " : ",");
            }
            if (dimension + 1 < array.dimensions().length) {
                next = putDimension(array, dimension + 1, next, false, out);
            } else {
                put(array.elements()[next++], array.elementType(), out);
            }
        }
        out.putByte(']');
        return next;
    }

    private void putRow(PgRecord row, boolean pretty, ByteWriter out) {
        out.putByte('{');
        for (int i = 0; i < row.fields().length; i++) {
            if (i > 0) {
                out.putAscii(pretty ? ",\n " : ",");
            }
            JsonStrings.quote(Utf8.of(row.names().get(i)), out);
            out.putByte(':');
            put(row.fields()[i], row.types().get(i).oid(), out);
        }
        out.putByte('}');
    }

    /// Text of a value that names an object's member; the caller refuses NULL.
    Utf8 key(Object value, int typeOid) {
        ValueType type = session.type(typeOid);
        if (type instanceof ArrayValueType
                || value instanceof PgRecord
                || value instanceof Jsonb
                || type.oid() == Oids.JSON) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE, "key value must be scalar, not array, composite, or json");
        }
        return value instanceof Boolean bool ? Utf8.of(bool ? "true" : "false") : text(value, type);
    }

    /// Whether json_agg starts a line before each value of the type.
    boolean isStructured(int typeOid) {
        ValueType type = session.type(typeOid);
        return type instanceof ArrayValueType || type.carrier() == PgRecord.class;
    }
}
