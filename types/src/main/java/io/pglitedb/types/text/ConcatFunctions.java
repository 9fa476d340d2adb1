package io.pglitedb.types.text;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// concat, concat_ws and string_agg. An explicit VARIADIC array arrives spread, its element type as the last argument
/// type.
public final class ConcatFunctions {
    private ConcatFunctions() {}

    @Prosrc("text_concat")
    public static Utf8 concat(CallContext call, Object[] values) {
        return join(call, Utf8.EMPTY, values, 0);
    }

    @Prosrc("text_concat_ws")
    public static Utf8 concatWithSeparator(CallContext call, Utf8 separator, Object[] values) {
        return separator == null ? null : join(call, separator, values, 1);
    }

    private static Utf8 join(CallContext call, Utf8 separator, Object[] values, int firstArgument) {
        if (values == null) {
            return null;
        }
        ByteWriter out = new ByteWriter();
        boolean first = true;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                continue;
            }
            if (!first) {
                TextType.TEXT.store(separator, out);
            }
            first = false;
            typeOf(call, firstArgument + i).print(values[i], call.session(), out);
        }
        return new Utf8(out.toByteArray());
    }

    /// Type of an argument; the last one stands for those beyond it.
    static ValueType typeOf(CallContext call, int argument) {
        int last = call.argumentTypes().length - 1;
        return call.session().type(call.argumentType(Math.min(argument, last)).oid());
    }

    /// The state is what was joined so far; the first delimiter is not used.
    @Prosrc("string_agg_transfn")
    public static Object stringAggregate(Object state, Utf8 value, Utf8 delimiter) {
        if (value == null) {
            return state;
        }
        ByteWriter joined = (ByteWriter) state;
        if (joined == null) {
            joined = new ByteWriter();
        } else if (delimiter != null) {
            TextType.TEXT.store(delimiter, joined);
        }
        TextType.TEXT.store(value, joined);
        return joined;
    }

    @Prosrc("string_agg_finalfn")
    public static Utf8 stringAggregateResult(Object state) {
        return state == null ? null : new Utf8(((ByteWriter) state).toByteArray());
    }
}
