package io.pglitedb.types.json;

import io.pglitedb.types.Oids;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.function.RowShape;
import io.pglitedb.types.record.CompositeValueType;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.Collections;
import java.util.Iterator;

/// json_populate_record, json_to_record and their kin: rows of objects. Source: `jsonfuncs.c`.
public final class JsonPopulating {
    private JsonPopulating() {}

    private static PgException refused(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    /// The wanted row: of the base's type, of the base itself, or as the query says.
    private static RowShape shape(CallContext call, Object base, String function) {
        ValueType type = call.argumentType(0).oid() == Oids.RECORD
                ? null
                : call.session().type(call.argumentType(0).oid());
        if (type instanceof CompositeValueType composite) {
            return new RowShape(composite.names(), composite.types());
        }
        if (type != null) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH, "first argument of %s must be a row type".formatted(function));
        }
        if (base instanceof PgRecord row) {
            return new RowShape(row.names(), row.types());
        }
        if (call.rowShape() != null) {
            return call.rowShape();
        }
        throw unknownRow(function);
    }

    private static PgException unknownRow(String function) {
        return new PgException(
                        SqlState.FEATURE_NOT_SUPPORTED,
                        "could not determine row type for result of %s".formatted(function))
                .hint("Provide a non-null record argument, or call the function in the FROM clause using a column"
                        + " definition list.");
    }

    private static Object populate(CallContext call, Object base, JsonSource source, String function) {
        RowShape shape = shape(call, base, function);
        if (source == null) {
            return base;
        }
        return new JsonToValue(call.session()).row(source, call.argumentType(0).oid(), shape, (PgRecord) base);
    }

    /// @param asText ignored, as in PostgreSQL
    @Prosrc("json_populate_record")
    public static Object populate(CallContext call, Object base, Utf8 json, Boolean asText) {
        return populate(call, base, json == null ? null : JsonSource.OfText.parse(json), "json_populate_record");
    }

    @Prosrc("jsonb_populate_record")
    public static Object populate(CallContext call, Object base, Jsonb json) {
        return populate(call, base, json == null ? null : new JsonSource.OfTree(json), "jsonb_populate_record");
    }

    private static RowShape declared(CallContext call, String function) {
        if (call.rowShape() == null) {
            throw unknownRow(function);
        }
        return call.rowShape();
    }

    @Prosrc("json_to_record")
    public static Object toRecord(CallContext call, Utf8 json) {
        return new JsonToValue(call.session())
                .row(JsonSource.OfText.parse(json), Oids.RECORD, declared(call, "json_to_record"), null);
    }

    @Prosrc("jsonb_to_record")
    public static Object toRecord(CallContext call, Jsonb json) {
        return new JsonToValue(call.session())
                .row(new JsonSource.OfTree(json), Oids.RECORD, declared(call, "jsonb_to_record"), null);
    }

    private static Iterator<Object> rows(
            CallContext call, JsonSource source, int typeOid, RowShape shape, Object base, String function) {
        if (source == null) {
            return Collections.emptyIterator();
        }
        if (!source.isArray()) {
            throw refused("cannot call %s on %s".formatted(function, source.isObject() ? "an object" : "a scalar"));
        }
        JsonToValue values = new JsonToValue(call.session());
        return source.elements().stream()
                .map(each -> {
                    if (!each.isObject()) {
                        throw refused("argument of %s must be an array of objects".formatted(function));
                    }
                    return (Object) values.row(each, typeOid, shape, (PgRecord) base);
                })
                .toList()
                .iterator();
    }

    @Prosrc("json_populate_recordset")
    public static Iterator<Object> populateSet(CallContext call, Object base, Utf8 json, Boolean asText) {
        String function = "json_populate_recordset";
        RowShape shape = shape(call, base, function);
        JsonSource source = json == null ? null : JsonSource.OfText.parse(json);
        return rows(call, source, call.argumentType(0).oid(), shape, base, function);
    }

    @Prosrc("jsonb_populate_recordset")
    public static Iterator<Object> populateSet(CallContext call, Object base, Jsonb json) {
        String function = "jsonb_populate_recordset";
        RowShape shape = shape(call, base, function);
        JsonSource source = json == null ? null : new JsonSource.OfTree(json);
        return rows(call, source, call.argumentType(0).oid(), shape, base, function);
    }

    @Prosrc("json_to_recordset")
    public static Iterator<Object> toRecordSet(CallContext call, Utf8 json) {
        JsonSource source = json == null ? null : JsonSource.OfText.parse(json);
        return rows(call, source, Oids.RECORD, declared(call, "json_to_recordset"), null, "json_to_recordset");
    }

    @Prosrc("jsonb_to_recordset")
    public static Iterator<Object> toRecordSet(CallContext call, Jsonb json) {
        JsonSource source = json == null ? null : new JsonSource.OfTree(json);
        return rows(call, source, Oids.RECORD, declared(call, "jsonb_to_recordset"), null, "jsonb_to_recordset");
    }
}
