package io.pglitedb.types.range;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgMultirange;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Constructors, text and binary forms, and the parts of multiranges.
public final class MultirangeFunctions {
    private MultirangeFunctions() {}

    @Prosrc("multirange_in")
    public static Object input(CallContext call, Utf8 text, int type, int typmod) {
        return call.session().type(type).parse(text, typmod, call.session());
    }

    @Prosrc("multirange_out")
    public static Utf8 output(CallContext call, PgMultirange multirange) {
        return RangeTypes.of(call, multirange).toUtf8(multirange, call.session());
    }

    @Prosrc("multirange_recv")
    public static Object receive(CallContext call, Object bytes, int type, int typmod) {
        return call.session().type(type).receive((ByteReader) bytes, typmod, call.session());
    }

    @Prosrc("multirange_send")
    public static Bytes send(CallContext call, PgMultirange multirange) {
        ByteWriter out = new ByteWriter();
        RangeTypes.of(call, multirange).send(multirange, call.session(), out);
        return new Bytes(out.toByteArray());
    }

    private static MultirangeValueType result(CallContext call) {
        return (MultirangeValueType) call.session().type(call.resultType().oid());
    }

    @Prosrc("multirange_constructor0")
    public static PgMultirange make(CallContext call) {
        return result(call).empty();
    }

    @Prosrc("multirange_constructor1")
    public static PgMultirange make(CallContext call, PgRange range) {
        return result(call).make(List.of(range));
    }

    @Prosrc("multirange_constructor2")
    public static PgMultirange make(CallContext call, PgArray ranges) {
        if (ranges.dimensions().length > 1) {
            throw new PgException(
                    SqlState.CARDINALITY_VIOLATION, "multiranges cannot be constructed from multidimensional arrays");
        }
        List<PgRange> members = new ArrayList<>();
        for (Object range : ranges.elements()) {
            if (range == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "multirange values cannot contain null members");
            }
            members.add((PgRange) range);
        }
        return result(call).make(members);
    }

    @Prosrc("multirange_unnest")
    public static Iterator<Object> unnest(PgMultirange multirange) {
        return List.<Object>copyOf(multirange.ranges()).iterator();
    }

    /// The least range that holds all.
    @Prosrc("range_merge_from_multirange")
    public static PgRange merge(CallContext call, PgMultirange multirange) {
        RangeValueType type = RangeTypes.of(call, multirange).rangeType();
        return multirange.isEmpty() ? type.empty() : RangeAlgebra.merge(type, multirange.first(), multirange.last());
    }

    @Prosrc("multirange_lower")
    public static Object lower(PgMultirange multirange) {
        return multirange.isEmpty() ? null : multirange.first().lower();
    }

    @Prosrc("multirange_upper")
    public static Object upper(PgMultirange multirange) {
        return multirange.isEmpty() ? null : multirange.last().upper();
    }

    @Prosrc("multirange_empty")
    public static boolean isEmpty(PgMultirange multirange) {
        return multirange.isEmpty();
    }

    @Prosrc("multirange_lower_inc")
    public static boolean isLowerInclusive(PgMultirange multirange) {
        return !multirange.isEmpty() && multirange.first().lowerInclusive();
    }

    @Prosrc("multirange_upper_inc")
    public static boolean isUpperInclusive(PgMultirange multirange) {
        return !multirange.isEmpty() && multirange.last().upperInclusive();
    }

    @Prosrc("multirange_lower_inf")
    public static boolean isLowerInfinite(PgMultirange multirange) {
        return !multirange.isEmpty() && !multirange.first().hasLower();
    }

    @Prosrc("multirange_upper_inf")
    public static boolean isUpperInfinite(PgMultirange multirange) {
        return !multirange.isEmpty() && !multirange.last().hasUpper();
    }
}
