package io.pglitedb.executor.row.spill;

import io.pglitedb.types.value.Bytes;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;

/// About how many bytes of memory rows take, for budgets.
public final class RowSize {
    private static final int OBJECT = 24;

    private RowSize() {}

    public static long of(Object[] row) {
        long size = 16 + 4L * row.length;
        for (Object value : row) {
            if (value != null) {
                size += ofValue(value);
            }
        }
        return size;
    }

    private static long ofValue(Object value) {
        return switch (value) {
            case Boolean _ -> 0;
            case Utf8 text -> 2 * OBJECT + text.length();
            case Numeric _ -> 4 * OBJECT;
            case Bytes bytes -> 2 * OBJECT + bytes.length();
            case PgArray array -> 4 * OBJECT + of(array.elements());
            case PgRecord row -> OBJECT + of(row.fields());
            case Jsonb json -> ofJson(json);
            default -> OBJECT;
        };
    }

    private static long ofJson(Jsonb json) {
        return switch (json) {
            case Jsonb.Arr(var elements) -> {
                long size = 2 * OBJECT;
                for (Jsonb element : elements) {
                    size += ofJson(element);
                }
                yield size;
            }
            case Jsonb.Obj object -> {
                long size = 4 * OBJECT;
                for (int i = 0; i < object.keys().size(); i++) {
                    size += 2 * OBJECT
                            + object.keys().get(i).length()
                            + ofJson(object.values().get(i));
                }
                yield size;
            }
            case Jsonb.Str(Utf8 text) -> 3 * OBJECT + text.length();
            default -> 2 * OBJECT;
        };
    }
}
