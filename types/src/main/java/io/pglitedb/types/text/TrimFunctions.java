package io.pglitedb.types.text;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// The TRIM family: cuts characters of a set (space by default) off the ends.
public final class TrimFunctions {
    private static final Utf8 SPACE = Utf8.of(" ");

    private TrimFunctions() {}

    @Prosrc("btrim")
    public static Utf8 trim(Utf8 text, Utf8 set) {
        return trimEnd(trimStart(text, set), set);
    }

    @Prosrc("btrim1")
    public static Utf8 trim(Utf8 text) {
        return trim(text, SPACE);
    }

    @Prosrc("ltrim")
    public static Utf8 trimStart(Utf8 text, Utf8 set) {
        int begin = 0;
        while (begin < text.length() && contains(set, text.codePointAt(begin))) {
            begin = characterEnd(text, begin);
        }
        return text.slice(begin, text.length());
    }

    @Prosrc("ltrim1")
    public static Utf8 trimStart(Utf8 text) {
        return trimStart(text, SPACE);
    }

    @Prosrc("rtrim")
    public static Utf8 trimEnd(Utf8 text, Utf8 set) {
        int end = text.length();
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && (text.byteAt(start) & 0xc0) == 0x80) {
                start--;
            }
            if (!contains(set, text.codePointAt(start))) {
                break;
            }
            end = start;
        }
        return text.slice(0, end);
    }

    @Prosrc("rtrim1")
    public static Utf8 trimEnd(Utf8 text) {
        return trimEnd(text, SPACE);
    }

    private static boolean contains(Utf8 set, int character) {
        for (int i = 0; i < set.length(); i = characterEnd(set, i)) {
            if (set.codePointAt(i) == character) {
                return true;
            }
        }
        return false;
    }

    private static int characterEnd(Utf8 text, int start) {
        int end = start + 1;
        while (end < text.length() && (text.byteAt(end) & 0xc0) == 0x80) {
            end++;
        }
        return end;
    }
}
