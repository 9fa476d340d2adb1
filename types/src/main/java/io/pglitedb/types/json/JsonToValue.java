package io.pglitedb.types.json;

import io.pglitedb.types.Oids;
import io.pglitedb.types.SessionContext;
import io.pglitedb.types.SqlType;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.array.ArrayValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.RowShape;
import io.pglitedb.types.record.CompositeValueType;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;

/// Makes SQL values of JSON ones by the wanted type: arrays of arrays, rows of objects, all else by the type's
/// input function. Source of the rules: PostgreSQL 15, `populate_record_field`.
final class JsonToValue {
    private final SessionContext session;

    JsonToValue(SessionContext session) {
        this.session = session;
    }

    /// Fields that the object lacks come from `base`, NULL where that is null.
    PgRecord row(JsonSource source, int typeOid, RowShape shape, PgRecord base) {
        if (!source.isObject()) {
            throw new PgException(
                    SqlState.INVALID_PARAMETER_VALUE,
                    "cannot call populate_composite on %s".formatted(source.isArray() ? "an array" : "a scalar"));
        }
        if (base != null && source.isEmpty()) {
            return base;
        }
        Object[] fields = new Object[shape.names().size()];
        for (int i = 0; i < fields.length; i++) {
            String name = shape.names().get(i);
            JsonSource member = source.member(Utf8.of(name));
            fields[i] =
                    member != null ? value(member, shape.types().get(i), name) : base == null ? null : base.fields()[i];
        }
        return new PgRecord(typeOid, shape.names(), shape.types(), fields);
    }

    /// @param name of the field, for messages
    Object value(JsonSource source, SqlType wanted, String name) {
        if (source.isNull()) {
            return null;
        }
        ValueType type = session.type(wanted.oid());
        if (!source.isString()) {
            if (type instanceof ArrayValueType array) {
                return new JsonToArray(this, array, wanted.typmod(), name).read(source);
            }
            if (type instanceof CompositeValueType composite) {
                RowShape shape = new RowShape(composite.names(), composite.types());
                return row(source, type.oid(), shape, null);
            }
        }
        return scalar(source, type, wanted.typmod());
    }

    private Object scalar(JsonSource source, ValueType type, int typmod) {
        if (type.oid() == Oids.JSONB && source instanceof JsonSource.OfTree(Jsonb tree)) {
            return tree;
        }
        boolean asJson = type.oid() == Oids.JSON || type.oid() == Oids.JSONB;
        return type.parse(asJson ? source.json() : source.text(), typmod, session);
    }
}
