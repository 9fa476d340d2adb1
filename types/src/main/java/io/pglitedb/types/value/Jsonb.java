package io.pglitedb.types.value;

import java.math.BigDecimal;
import java.util.List;

/// The carrier of jsonb: an immutable tree. Objects keep their keys unique and in jsonb's order (shorter first, then by
/// bytes), so that printing, containment and comparison just walk along.
public sealed interface Jsonb {
    /// The JSON null; SQL NULL is Java null.
    enum Null implements Jsonb {
        NULL
    }

    record Bool(boolean value) implements Jsonb {
        public static final Bool TRUE = new Bool(true);
        public static final Bool FALSE = new Bool(false);

        public static Bool of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /// @param value as a numeric keeps it: scale ≥ 0 is the display scale
    record Num(BigDecimal value) implements Jsonb {
        public static Num of(long value) {
            return new Num(BigDecimal.valueOf(value));
        }
    }

    record Str(Utf8 value) implements Jsonb {}

    record Arr(List<Jsonb> elements) implements Jsonb {}

    /// @param keys sorted by `KEY_ORDER`, unique
    /// @param values one for each key
    record Obj(List<Utf8> keys, List<Jsonb> values) implements Jsonb {
        /// The value of a key, null when there is none.
        public Jsonb get(Utf8 key) {
            int index = indexOf(key);
            return index < 0 ? null : values.get(index);
        }

        /// Of the key; negative, as `Collections.binarySearch` says, when there is none.
        public int indexOf(Utf8 key) {
            return java.util.Collections.binarySearch(keys, key, KEY_ORDER);
        }
    }

    /// Order of keys inside an object.
    java.util.Comparator<Utf8> KEY_ORDER =
            (a, b) -> a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);

    Arr EMPTY_ARRAY = new Arr(List.of());
    Obj EMPTY_OBJECT = new Obj(List.of(), List.of());

    default boolean isScalar() {
        return !(this instanceof Arr) && !(this instanceof Obj);
    }
}
