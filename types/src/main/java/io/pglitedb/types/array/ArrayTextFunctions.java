package io.pglitedb.types.array;

import io.pglitedb.types.ValueType;
import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Between strings and arrays. Source: `varlena.c`.
public final class ArrayTextFunctions {
    private static final int TEXT = 25;

    private ArrayTextFunctions() {}

    @Prosrc("array_to_text")
    public static Utf8 join(CallContext call, PgArray array, Utf8 separator) {
        return join(call, array, separator, null);
    }

    @Prosrc("array_to_text_null")
    public static Utf8 join(CallContext call, PgArray array, Utf8 separator, Utf8 nullText) {
        if (array == null || separator == null) {
            return null;
        }
        ValueType element = call.session().type(array.elementType());
        ByteWriter out = new ByteWriter();
        boolean first = true;
        for (Object each : array.elements()) {
            if (each == null && nullText == null) {
                continue;
            }
            if (!first) {
                put(separator, out);
            }
            first = false;
            if (each == null) {
                put(nullText, out);
            } else {
                element.print(each, call.session(), out);
            }
        }
        return new Utf8(out.toByteArray());
    }

    private static void put(Utf8 text, ByteWriter out) {
        out.putBytes(text.array(), text.offset(), text.length());
    }

    @Prosrc("text_to_array")
    public static PgArray split(Utf8 text, Utf8 separator) {
        return split(text, separator, null);
    }

    @Prosrc("text_to_array_null")
    public static PgArray split(Utf8 text, Utf8 separator, Utf8 nullText) {
        return text == null
                ? null
                : PgArray.of(TEXT, parts(text, separator, nullText).toArray());
    }

    @Prosrc("text_to_table")
    public static Iterator<Object> splitToTable(Utf8 text, Utf8 separator) {
        return splitToTable(text, separator, null);
    }

    @Prosrc("text_to_table_null")
    public static Iterator<Object> splitToTable(Utf8 text, Utf8 separator, Utf8 nullText) {
        return (text == null ? List.of() : parts(text, separator, nullText)).iterator();
    }

    /// @param separator null: between all characters; empty: nowhere
    private static List<Object> parts(Utf8 text, Utf8 separator, Utf8 nullText) {
        List<Object> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        int start = 0;
        if (separator == null) {
            for (int i = 1; i <= text.length(); i++) {
                if (i == text.length() || (text.byteAt(i) & 0xc0) != 0x80) {
                    add(text.slice(start, i), nullText, parts);
                    start = i;
                }
            }
            return parts;
        }
        if (!separator.isEmpty()) {
            int i = 0;
            while (i + separator.length() <= text.length()) {
                if (text.slice(i, i + separator.length()).equals(separator)) {
                    add(text.slice(start, i), nullText, parts);
                    i += separator.length();
                    start = i;
                } else {
                    i++;
                }
            }
        }
        add(text.slice(start, text.length()), nullText, parts);
        return parts;
    }

    private static void add(Utf8 part, Utf8 nullText, List<Object> parts) {
        parts.add(part.equals(nullText) ? null : part);
    }
}
