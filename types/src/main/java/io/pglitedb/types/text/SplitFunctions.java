package io.pglitedb.types.text;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// string_to_array and string_to_table: a null separator splits into characters, an empty one does not split.
public final class SplitFunctions {
    private SplitFunctions() {}

    @Prosrc("text_to_array")
    public static PgArray toArray(Utf8 text, Utf8 separator) {
        return toArray(text, separator, null);
    }

    @Prosrc("text_to_array_null")
    public static PgArray toArray(Utf8 text, Utf8 separator, Utf8 nullText) {
        return text == null
                ? null
                : PgArray.of(25, split(text, separator, nullText).toArray());
    }

    @Prosrc("text_to_table")
    public static Iterator<Object> toTable(Utf8 text, Utf8 separator) {
        return toTable(text, separator, null);
    }

    @Prosrc("text_to_table_null")
    public static Iterator<Object> toTable(Utf8 text, Utf8 separator, Utf8 nullText) {
        return (text == null ? new ArrayList<>() : split(text, separator, nullText)).iterator();
    }

    private static List<Object> split(Utf8 text, Utf8 separator, Utf8 nullText) {
        List<Object> parts = new ArrayList<>();
        int begin = 0;
        while (begin < text.length()) {
            int end = partEnd(text, separator, begin);
            add(parts, text.slice(begin, end), nullText);
            begin = end;
            if (separator != null && !separator.isEmpty() && end < text.length()) {
                begin += separator.length();
                if (begin == text.length()) {
                    add(parts, Utf8.EMPTY, nullText);
                }
            }
        }
        return parts;
    }

    private static int partEnd(Utf8 text, Utf8 separator, int begin) {
        if (separator == null) {
            int end = begin + 1;
            while (end < text.length() && (text.byteAt(end) & 0xc0) == 0x80) {
                end++;
            }
            return end;
        }
        int at = separator.isEmpty() ? -1 : StringFunctions.indexOf(text, separator, begin);
        return at < 0 ? text.length() : at;
    }

    private static void add(List<Object> parts, Utf8 part, Utf8 nullText) {
        parts.add(part.equals(nullText) ? null : part);
    }
}
