package io.pglitedb.executor.function;

import io.pglitedb.catalog.def.IndexDef;
import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/// What the information schema says of a type with its modifier, and its helpers, which clients call too. A
/// modifier of -1 is none.
public final class TypeLimitFunctions {
    private static final int TEXT_BYTES_MAX = 1 << 30;
    private static final int UTF8_BYTES_MAX = 4;
    private static final int HEADER_BYTES = 4; // counted in the modifiers of varchar, bpchar and numeric
    private static final int FULL_PRECISION = 0xffff;
    private static final int SECOND_DIGITS = 6;

    private TypeLimitFunctions() {}

    @Prosrc("_pg_char_max_length(oid, integer)")
    public static Integer charMaxLength(int type, int modifier) {
        if (modifier == -1) {
            return null;
        }
        return switch (type) {
            case Oids.BPCHAR, Oids.VARCHAR -> modifier - HEADER_BYTES;
            case Oids.BIT, Oids.VARBIT -> modifier;
            default -> null;
        };
    }

    @Prosrc("_pg_char_octet_length(oid, integer)")
    public static Integer charOctetLength(int type, int modifier) {
        boolean characters = type == Oids.TEXT || type == Oids.BPCHAR || type == Oids.VARCHAR;
        if (!characters) {
            return null;
        }
        Integer length = charMaxLength(type, modifier);
        return modifier == -1 ? Integer.valueOf(TEXT_BYTES_MAX) : length == null ? null : length * UTF8_BYTES_MAX;
    }

    @Prosrc("_pg_numeric_precision(oid, integer)")
    public static Integer numericPrecision(int type, int modifier) {
        return switch (type) {
            case Oids.INT2 -> 16;
            case Oids.INT4 -> 32;
            case Oids.INT8 -> 64;
            case Oids.FLOAT4 -> 24;
            case Oids.FLOAT8 -> 53;
            case Oids.NUMERIC -> modifier == -1 ? null : (modifier - HEADER_BYTES) >>> 16;
            default -> null;
        };
    }

    @Prosrc("_pg_numeric_precision_radix(oid, integer)")
    public static Integer numericRadix(int type, int modifier) {
        return switch (type) {
            case Oids.INT2, Oids.INT4, Oids.INT8, Oids.FLOAT4, Oids.FLOAT8 -> 2;
            case Oids.NUMERIC -> 10;
            default -> null;
        };
    }

    @Prosrc("_pg_numeric_scale(oid, integer)")
    public static Integer numericScale(int type, int modifier) {
        return switch (type) {
            case Oids.INT2, Oids.INT4, Oids.INT8 -> 0;
            case Oids.NUMERIC -> modifier == -1 ? null : (modifier - HEADER_BYTES) & 0xffff;
            default -> null;
        };
    }

    @Prosrc("_pg_datetime_precision(oid, integer)")
    public static Integer datetimePrecision(int type, int modifier) {
        return switch (type) {
            case Oids.DATE -> 0;
            case Oids.TIME, Oids.TIMETZ, Oids.TIMESTAMP, Oids.TIMESTAMPTZ -> modifier < 0 ? SECOND_DIGITS : modifier;
            case Oids.INTERVAL -> {
                int digits = modifier & FULL_PRECISION;
                yield modifier < 0 || digits == FULL_PRECISION ? SECOND_DIGITS : digits;
            }
            default -> null;
        };
    }

    /// The fields of an interval type: `DAY TO SECOND`.
    @Prosrc("_pg_interval_type(oid, integer)")
    public static Utf8 intervalType(CallContext call, int type, int modifier) {
        if (type != Oids.INTERVAL) {
            return null;
        }
        String fields = SessionFunctions.session(call)
                .catalog()
                .formatType(type, modifier)
                .replaceFirst("^interval", "")
                .replaceFirst("\\(\\d+\\)$", "")
                .strip();
        return fields.isEmpty() ? null : Utf8.of(fields.toUpperCase(Locale.ROOT));
    }

    /// From 1; NULL when the index does not have the column.
    @Prosrc("_pg_index_position(oid, smallint)")
    public static Integer indexPosition(CallContext call, int index, short column) {
        IndexDef found = SessionFunctions.session(call).catalog().index(index);
        if (found == null) {
            return null;
        }
        int position = 1;
        for (IndexDef.Key key : found.keys()) {
            if (key.column() == column) {
                return position;
            }
            position++;
        }
        return null;
    }

    /// Rows of element and position from 1.
    @Prosrc("_pg_expandarray(anyarray)")
    public static Iterator<Object> expandArray(PgArray array) {
        List<Object> rows = new ArrayList<>();
        int position = 1;
        for (Object element : array.elements()) {
            rows.add(new Object[] {element, position++});
        }
        return rows.iterator();
    }
}
