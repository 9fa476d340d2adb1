package io.pglitedb.catalog.define;

import io.pglitedb.types.text.NameType;
import io.pglitedb.types.value.Utf8;
import java.util.function.Predicate;

/// Names that the system chooses: `table_column_key`, cut to the length of a name and numbered until free.
/// Source: PostgreSQL 15, `makeObjectName` and `ChooseRelationName`.
public final class GeneratedNames {
    private GeneratedNames() {}

    /// @param second may be empty: `table_pkey`
    /// @param taken whether a name is in use
    public static String choose(String first, String second, String label, Predicate<String> taken) {
        String name = make(first, second, label);
        for (int pass = 1; taken.test(name); pass++) {
            name = make(first, second, label + pass);
        }
        return name;
    }

    /// `first_second_label` with the longer of the first two cut until it fits.
    static String make(String first, String second, String label) {
        int overhead = (second.isEmpty() ? 0 : 1) + (label.isEmpty() ? 0 : label.length() + 1);
        int room = NameType.MAX_BYTES - overhead;
        int firstBytes = Utf8.of(first).length();
        int secondBytes = Utf8.of(second).length();
        while (firstBytes + secondBytes > room) {
            if (firstBytes > secondBytes) {
                firstBytes--;
            } else {
                secondBytes--;
            }
        }
        return cut(first, firstBytes)
                + (second.isEmpty() ? "" : "_" + cut(second, secondBytes))
                + (label.isEmpty() ? "" : "_" + label);
    }

    /// At most that many bytes, cut at a character's edge.
    private static String cut(String text, int bytes) {
        Utf8 utf8 = Utf8.of(text);
        int end = Math.min(bytes, utf8.length());
        while (end > 0 && end < utf8.length() && (utf8.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return utf8.slice(0, end).toString();
    }
}
