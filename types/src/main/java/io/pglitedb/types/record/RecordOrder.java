package io.pglitedb.types.record;

import io.pglitedb.types.TypeNames;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.PgRecord;
import java.util.function.IntFunction;

/// Order and equality of rows, field by field; a NULL field is above all others and equal to another NULL.
final class RecordOrder {
    private RecordOrder() {}

    static int compare(PgRecord left, PgRecord right, IntFunction<ValueType> types) {
        int shared = Math.min(left.fields().length, right.fields().length);
        for (int i = 0; i < shared; i++) {
            ValueType type = fieldType(left, right, i, types);
            Object x = left.fields()[i];
            Object y = right.fields()[i];
            if (x == null || y == null) {
                if (x != y) {
                    return x == null ? 1 : -1;
                }
                continue;
            }
            int order = type.compare(x, y);
            if (order != 0) {
                return order < 0 ? -1 : 1;
            }
        }
        checkSameWidth(left, right);
        return 0;
    }

    static boolean equal(PgRecord left, PgRecord right, IntFunction<ValueType> types) {
        int shared = Math.min(left.fields().length, right.fields().length);
        for (int i = 0; i < shared; i++) {
            ValueType type = fieldType(left, right, i, types);
            Object x = left.fields()[i];
            Object y = right.fields()[i];
            if (x == null || y == null ? x != y : !type.equal(x, y)) {
                return false;
            }
        }
        checkSameWidth(left, right);
        return true;
    }

    static ValueType fieldType(PgRecord left, PgRecord right, int field, IntFunction<ValueType> types) {
        int oid = left.types().get(field).oid();
        int other = right.types().get(field).oid();
        if (oid != other) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH,
                    "cannot compare dissimilar column types %s and %s at record column %d"
                            .formatted(TypeNames.of(oid), TypeNames.of(other), field + 1));
        }
        return types.apply(oid);
    }

    static void checkSameWidth(PgRecord left, PgRecord right) {
        if (left.fields().length != right.fields().length) {
            throw new PgException(
                    SqlState.DATATYPE_MISMATCH, "cannot compare record types with different numbers of columns");
        }
    }
}
