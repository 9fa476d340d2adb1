package io.pglitedb.types.range;

import io.pglitedb.types.bytes.ByteReader;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.PgRange;
import io.pglitedb.types.value.Utf8;

/// Constructors, text and binary forms, and the parts of ranges.
public final class RangeFunctions {
    private static final Utf8 DEFAULT_FLAGS = Utf8.of("[)");

    private RangeFunctions() {}

    @Prosrc("range_in")
    public static Object input(CallContext call, Utf8 text, int type, int typmod) {
        return call.session().type(type).parse(text, typmod, call.session());
    }

    @Prosrc("range_out")
    public static Utf8 output(CallContext call, PgRange range) {
        return RangeTypes.of(call, range).toUtf8(range, call.session());
    }

    @Prosrc("range_recv")
    public static Object receive(CallContext call, Object bytes, int type, int typmod) {
        return call.session().type(type).receive((ByteReader) bytes, typmod, call.session());
    }

    @Prosrc("range_send")
    public static Bytes send(CallContext call, PgRange range) {
        ByteWriter out = new ByteWriter();
        RangeTypes.of(call, range).send(range, call.session(), out);
        return new Bytes(out.toByteArray());
    }

    @Prosrc("range_constructor2")
    public static PgRange make(CallContext call, Object lower, Object upper) {
        return make(call, lower, upper, DEFAULT_FLAGS);
    }

    /// NULL bounds are none.
    @Prosrc("range_constructor3")
    public static PgRange make(CallContext call, Object lower, Object upper, Utf8 flags) {
        if (flags == null) {
            throw new PgException(SqlState.DATA_EXCEPTION, "range constructor flags argument must not be null");
        }
        String text = flags.toString();
        switch (text) {
            case "[]", "[)", "(]", "()" -> {}
            default ->
                throw new PgException(SqlState.SYNTAX_ERROR, "invalid range bound flags")
                        .hint("Valid values are \"[]\", \"[)\", \"(]\", and \"()\".");
        }
        RangeValueType type =
                (RangeValueType) call.session().type(call.resultType().oid());
        return type.make(new Bound(lower, text.charAt(0) == '[', true), new Bound(upper, text.charAt(1) == ']', false));
    }

    @Prosrc("range_lower")
    public static Object lower(PgRange range) {
        return range.lower();
    }

    @Prosrc("range_upper")
    public static Object upper(PgRange range) {
        return range.upper();
    }

    @Prosrc("range_empty")
    public static boolean isEmpty(PgRange range) {
        return range.empty();
    }

    @Prosrc("range_lower_inc")
    public static boolean isLowerInclusive(PgRange range) {
        return range.lowerInclusive();
    }

    @Prosrc("range_upper_inc")
    public static boolean isUpperInclusive(PgRange range) {
        return range.upperInclusive();
    }

    @Prosrc("range_lower_inf")
    public static boolean isLowerInfinite(PgRange range) {
        return !range.empty() && !range.hasLower();
    }

    @Prosrc("range_upper_inf")
    public static boolean isUpperInfinite(PgRange range) {
        return !range.empty() && !range.hasUpper();
    }
}
