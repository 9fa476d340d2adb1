package io.pglitedb.types.record;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.TypeFamily;
import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;
import java.util.List;

/// Comparison of rows and the record type's own functions.
public final class RecordFunctions implements FunctionFamily, TypeFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(RecordFunctions.class);
    }

    @Override
    public List<ValueType> types() {
        return List.of(new RecordValueType(BuiltinTypes::get));
    }

    @Prosrc("record_in")
    public static PgRecord input(CallContext call, Utf8 text, int type, int typmod) {
        return (PgRecord) call.session().type(type).parse(text, typmod, call.session());
    }

    @Prosrc("record_out")
    public static Utf8 output(CallContext call, PgRecord row) {
        return call.session().type(row.typeOid()).toUtf8(row, call.session());
    }

    @Prosrc("record_eq")
    public static boolean equal(CallContext call, PgRecord left, PgRecord right) {
        return RecordOrder.equal(left, right, call.session()::type);
    }

    @Prosrc("record_ne")
    public static boolean notEqual(CallContext call, PgRecord left, PgRecord right) {
        return !equal(call, left, right);
    }

    @Prosrc("btrecordcmp")
    public static int compare(CallContext call, PgRecord left, PgRecord right) {
        return RecordOrder.compare(left, right, call.session()::type);
    }

    @Prosrc("record_lt")
    public static boolean less(CallContext call, PgRecord left, PgRecord right) {
        return compare(call, left, right) < 0;
    }

    @Prosrc("record_le")
    public static boolean lessOrEqual(CallContext call, PgRecord left, PgRecord right) {
        return compare(call, left, right) <= 0;
    }

    @Prosrc("record_gt")
    public static boolean greater(CallContext call, PgRecord left, PgRecord right) {
        return compare(call, left, right) > 0;
    }

    @Prosrc("record_ge")
    public static boolean greaterOrEqual(CallContext call, PgRecord left, PgRecord right) {
        return compare(call, left, right) >= 0;
    }

    /// Equality of what is stored: 1.0 and 1.00 differ.
    @Prosrc("record_image_eq")
    public static boolean imageEqual(CallContext call, PgRecord left, PgRecord right) {
        int shared = Math.min(left.fields().length, right.fields().length);
        for (int i = 0; i < shared; i++) {
            ValueType type = RecordOrder.fieldType(left, right, i, call.session()::type);
            Object x = left.fields()[i];
            Object y = right.fields()[i];
            if (x == null || y == null ? x != y : !Arrays.equals(image(type, x), image(type, y))) {
                return false;
            }
        }
        RecordOrder.checkSameWidth(left, right);
        return true;
    }

    /// An order of what is stored, of use only to find equal rows.
    @Prosrc("btrecordimagecmp")
    public static int imageCompare(CallContext call, PgRecord left, PgRecord right) {
        int shared = Math.min(left.fields().length, right.fields().length);
        for (int i = 0; i < shared; i++) {
            ValueType type = RecordOrder.fieldType(left, right, i, call.session()::type);
            Object x = left.fields()[i];
            Object y = right.fields()[i];
            int order = x == null || y == null
                    ? Boolean.compare(x == null, y == null)
                    : Arrays.compareUnsigned(image(type, x), image(type, y));
            if (order != 0) {
                return Integer.signum(order);
            }
        }
        RecordOrder.checkSameWidth(left, right);
        return 0;
    }

    @Prosrc("record_image_lt")
    public static boolean imageLess(CallContext call, PgRecord left, PgRecord right) {
        return imageCompare(call, left, right) < 0;
    }

    @Prosrc("record_image_le")
    public static boolean imageLessOrEqual(CallContext call, PgRecord left, PgRecord right) {
        return imageCompare(call, left, right) <= 0;
    }

    @Prosrc("record_image_gt")
    public static boolean imageGreater(CallContext call, PgRecord left, PgRecord right) {
        return imageCompare(call, left, right) > 0;
    }

    @Prosrc("record_image_ge")
    public static boolean imageGreaterOrEqual(CallContext call, PgRecord left, PgRecord right) {
        return imageCompare(call, left, right) >= 0;
    }

    private static byte[] image(ValueType type, Object value) {
        ByteWriter out = new ByteWriter();
        type.store(value, out);
        return out.toByteArray();
    }

    @Prosrc("record_image_ne")
    public static boolean imageNotEqual(CallContext call, PgRecord left, PgRecord right) {
        return !imageEqual(call, left, right);
    }
}
