package io.pglitedb.types.json.path;

import io.pglitedb.types.numeric.NumericType;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.Utf8;
import java.util.IdentityHashMap;
import java.util.Map;

/// The ids that keyvalue() shows: where an object would lie in PostgreSQL's binary form of the document, in
/// bytes. Source of the layout: PostgreSQL 15, `jsonb.h`: a container is a header, an entry for each key and
/// value (4 bytes each), then keys and values; numbers and containers are aligned to 4 bytes.
final class ObjectIds {
    private static final int WORD = 4;
    /// Length word and header of a numeric.
    private static final int NUMERIC_HEADER = 6;

    private final Map<Jsonb, Integer> offsets = new IdentityHashMap<>();

    ObjectIds(Jsonb root) {
        place(root, 0);
    }

    /// 0 for what is not in the document.
    int of(Jsonb item) {
        return offsets.getOrDefault(item, 0);
    }

    private static int aligned(int offset) {
        return offset + WORD - 1 & -WORD;
    }

    /// Returns the offset behind the value.
    private int place(Jsonb value, int start) {
        return switch (value) {
            case Jsonb.Null _, Jsonb.Bool _ -> start;
            case Jsonb.Str(Utf8 text) -> start + text.length();
            case Jsonb.Num(var number) ->
                aligned(start) + NUMERIC_HEADER + 2 * NumericType.storedDigits(Numeric.of(number));
            case Jsonb.Arr array -> {
                int at = aligned(start);
                offsets.put(value, at);
                at += WORD + WORD * array.elements().size();
                for (Jsonb element : array.elements()) {
                    at = place(element, at);
                }
                yield at;
            }
            case Jsonb.Obj object -> {
                int at = aligned(start);
                offsets.put(value, at);
                at += WORD + 2 * WORD * object.keys().size();
                for (Utf8 key : object.keys()) {
                    at += key.length();
                }
                for (Jsonb each : object.values()) {
                    at = place(each, at);
                }
                yield at;
            }
        };
    }
}
