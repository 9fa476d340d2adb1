package io.pglitedb.types.enumeration;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionFamily;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.EnumValue;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// Comparison of enum values, enum_first and its kin.
public final class EnumFunctions implements FunctionFamily {
    @Override
    public List<Class<?>> classes() {
        return List.of(EnumFunctions.class);
    }

    @Prosrc("enum_in")
    public static EnumValue input(CallContext call, Utf8 text, int type) {
        return (EnumValue) call.session().type(type).parse(text, -1, call.session());
    }

    @Prosrc("enum_out")
    public static Utf8 output(EnumValue value) {
        return Utf8.of(value.label());
    }

    @Prosrc("enum_eq")
    public static boolean equal(EnumValue left, EnumValue right) {
        return left.oid() == right.oid();
    }

    @Prosrc("enum_ne")
    public static boolean notEqual(EnumValue left, EnumValue right) {
        return left.oid() != right.oid();
    }

    @Prosrc("enum_lt")
    public static boolean less(EnumValue left, EnumValue right) {
        return left.compareTo(right) < 0;
    }

    @Prosrc("enum_le")
    public static boolean lessOrEqual(EnumValue left, EnumValue right) {
        return left.compareTo(right) <= 0;
    }

    @Prosrc("enum_gt")
    public static boolean greater(EnumValue left, EnumValue right) {
        return left.compareTo(right) > 0;
    }

    @Prosrc("enum_ge")
    public static boolean greaterOrEqual(EnumValue left, EnumValue right) {
        return left.compareTo(right) >= 0;
    }

    @Prosrc("enum_cmp")
    public static int compare(EnumValue left, EnumValue right) {
        return Integer.signum(left.compareTo(right));
    }

    @Prosrc("enum_smaller")
    public static EnumValue smaller(EnumValue left, EnumValue right) {
        return left.compareTo(right) < 0 ? left : right;
    }

    @Prosrc("enum_larger")
    public static EnumValue larger(EnumValue left, EnumValue right) {
        return left.compareTo(right) > 0 ? left : right;
    }

    @Prosrc("enum_first")
    public static EnumValue first(CallContext call, EnumValue ignored) {
        return labels(call).getFirst();
    }

    @Prosrc("enum_last")
    public static EnumValue last(CallContext call, EnumValue ignored) {
        return labels(call).getLast();
    }

    private static List<EnumValue> labels(CallContext call) {
        EnumValueType type = type(call);
        if (type.labels().isEmpty()) {
            throw new PgException(
                    SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, "enum %s contains no values".formatted(type.name()));
        }
        return type.labels();
    }

    private static EnumValueType type(CallContext call) {
        ValueType type = call.session().type(call.argumentType(0).oid());
        if (type instanceof EnumValueType enumType) {
            return enumType;
        }
        throw new PgException(SqlState.FEATURE_NOT_SUPPORTED, "could not determine actual enum type");
    }

    @Prosrc("enum_range_all")
    public static PgArray range(CallContext call, EnumValue ignored) {
        return range(call, null, null);
    }

    @Prosrc("enum_range_bounds")
    public static PgArray range(CallContext call, EnumValue lower, EnumValue upper) {
        EnumValueType type = type(call);
        return PgArray.of(
                type.oid(),
                type.labels().stream()
                        .filter(label -> (lower == null || label.compareTo(lower) >= 0)
                                && (upper == null || label.compareTo(upper) <= 0))
                        .toArray());
    }
}
