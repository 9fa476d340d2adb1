package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Numeric;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// Reading jsonb: comparison, containment, fields and elements. Sources: `jsonb_op.c`, `jsonfuncs.c`.
public final class JsonbFunctions {
    private JsonbFunctions() {}

    @Prosrc("jsonb_eq")
    public static boolean equal(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) == 0;
    }

    @Prosrc("jsonb_ne")
    public static boolean notEqual(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) != 0;
    }

    @Prosrc("jsonb_lt")
    public static boolean less(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) < 0;
    }

    @Prosrc("jsonb_le")
    public static boolean lessOrEqual(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) <= 0;
    }

    @Prosrc("jsonb_gt")
    public static boolean greater(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) > 0;
    }

    @Prosrc("jsonb_ge")
    public static boolean greaterOrEqual(Jsonb left, Jsonb right) {
        return JsonbTrees.compare(left, right) >= 0;
    }

    @Prosrc("jsonb_cmp")
    public static int compare(Jsonb left, Jsonb right) {
        return Integer.signum(JsonbTrees.compare(left, right));
    }

    @Prosrc("jsonb_contains")
    public static boolean contains(Jsonb left, Jsonb right) {
        return JsonbTrees.contains(left, right);
    }

    @Prosrc("jsonb_contained")
    public static boolean contained(Jsonb left, Jsonb right) {
        return JsonbTrees.contains(right, left);
    }

    /// ?: a key of an object, a string of an array, or the string itself.
    @Prosrc("jsonb_exists")
    public static boolean exists(Jsonb json, Utf8 key) {
        return switch (json) {
            case Jsonb.Obj object -> object.indexOf(key) >= 0;
            case Jsonb.Arr(List<Jsonb> elements) -> elements.contains(new Jsonb.Str(key));
            case Jsonb.Str(Utf8 string) -> string.equals(key);
            default -> false;
        };
    }

    @Prosrc("jsonb_exists_any")
    public static boolean existsAny(Jsonb json, PgArray keys) {
        for (Object key : keys.elements()) {
            if (key != null && exists(json, (Utf8) key)) {
                return true;
            }
        }
        return false;
    }

    @Prosrc("jsonb_exists_all")
    public static boolean existsAll(Jsonb json, PgArray keys) {
        for (Object key : keys.elements()) {
            if (key != null && !exists(json, (Utf8) key)) {
                return false;
            }
        }
        return true;
    }

    @Prosrc("jsonb_object_field")
    public static Jsonb field(Jsonb json, Utf8 key) {
        return json instanceof Jsonb.Obj object ? object.get(key) : null;
    }

    @Prosrc("jsonb_object_field_text")
    public static Utf8 fieldText(Jsonb json, Utf8 key) {
        return text(field(json, key));
    }

    /// What ->> shows: NULL for the JSON null, the characters of a string, else the JSON text.
    static Utf8 text(Jsonb json) {
        return switch (json) {
            case null -> null;
            case Jsonb.Null _ -> null;
            case Jsonb.Str(Utf8 string) -> string;
            default -> JsonbTrees.print(json);
        };
    }

    /// A scalar at the root counts as an array of one.
    @Prosrc("jsonb_array_element")
    public static Jsonb element(Jsonb json, int index) {
        if (json.isScalar()) {
            return index == 0 || index == -1 ? json : null;
        }
        if (!(json instanceof Jsonb.Arr(List<Jsonb> elements))) {
            return null;
        }
        long at = index < 0 ? (long) index + elements.size() : index;
        return at < 0 || at >= elements.size() ? null : elements.get((int) at);
    }

    @Prosrc("jsonb_array_element_text")
    public static Utf8 elementText(Jsonb json, int index) {
        return text(element(json, index));
    }

    @Prosrc("jsonb_extract_path")
    public static Jsonb extract(Jsonb json, PgArray path) {
        Jsonb at = json;
        for (Object step : path.elements()) {
            if (step == null) {
                return null;
            }
            Integer index;
            at = switch (at) {
                case Jsonb.Obj object -> object.get((Utf8) step);
                case Jsonb.Arr array -> (index = index((Utf8) step)) == null ? null : element(array, index);
                default -> null;
            };
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    @Prosrc("jsonb_extract_path_text")
    public static Utf8 extractText(Jsonb json, PgArray path) {
        return text(extract(json, path));
    }

    /// A path step as an array index, null when it is no int. As C's strtoint: leading space and a sign may stand.
    static Integer index(Utf8 step) {
        String text = step.toString().stripLeading();
        if (!text.matches("[+-]?[0-9]{1,15}")) {
            return null;
        }
        long value = Long.parseLong(text);
        return value == (int) value ? (int) value : null;
    }

    @Prosrc("jsonb_typeof")
    public static Utf8 typeName(Jsonb json) {
        return Utf8.of(kind(json).equals("numeric") ? "number" : kind(json));
    }

    private static String kind(Jsonb json) {
        return switch (json) {
            case Jsonb.Null _ -> "null";
            case Jsonb.Bool _ -> "boolean";
            case Jsonb.Num _ -> "numeric";
            case Jsonb.Str _ -> "string";
            case Jsonb.Arr _ -> "array";
            case Jsonb.Obj _ -> "object";
        };
    }

    @Prosrc("jsonb_array_length")
    public static int length(Jsonb json) {
        return switch (json) {
            case Jsonb.Arr(List<Jsonb> elements) -> elements.size();
            case Jsonb.Obj _ -> throw invalid("cannot get array length of a non-array");
            default -> throw invalid("cannot get array length of a scalar");
        };
    }

    static PgException invalid(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    private static List<Jsonb> elements(Jsonb json) {
        return switch (json) {
            case Jsonb.Arr(List<Jsonb> elements) -> elements;
            case Jsonb.Obj _ -> throw invalid("cannot extract elements from an object");
            default -> throw invalid("cannot extract elements from a scalar");
        };
    }

    @Prosrc("jsonb_array_elements")
    public static Iterator<Object> eachElement(Jsonb json) {
        return List.<Object>copyOf(elements(json)).iterator();
    }

    @Prosrc("jsonb_array_elements_text")
    public static Iterator<Object> eachElementText(Jsonb json) {
        return elements(json).stream().<Object>map(JsonbFunctions::text).iterator();
    }

    @Prosrc("jsonb_object_keys")
    public static Iterator<Object> keys(Jsonb json) {
        return switch (json) {
            case Jsonb.Obj object -> List.<Object>copyOf(object.keys()).iterator();
            case Jsonb.Arr _ -> throw invalid("cannot call jsonb_object_keys on an array");
            default -> throw invalid("cannot call jsonb_object_keys on a scalar");
        };
    }

    @Prosrc("jsonb_each")
    public static Iterator<Object> each(Jsonb json) {
        Jsonb.Obj object = object(json, "jsonb_each");
        return IntStream.range(0, object.keys().size())
                .<Object>mapToObj(
                        i -> new Object[] {object.keys().get(i), object.values().get(i)})
                .iterator();
    }

    @Prosrc("jsonb_each_text")
    public static Iterator<Object> eachText(Jsonb json) {
        Jsonb.Obj object = object(json, "jsonb_each_text");
        return IntStream.range(0, object.keys().size())
                .<Object>mapToObj(i ->
                        new Object[] {object.keys().get(i), text(object.values().get(i))})
                .iterator();
    }

    private static Jsonb.Obj object(Jsonb json, String function) {
        if (json instanceof Jsonb.Obj object) {
            return object;
        }
        throw invalid("cannot call " + function + " on a non-object");
    }

    @Prosrc("jsonb_pretty")
    public static Utf8 pretty(Jsonb json) {
        ByteWriter out = new ByteWriter();
        JsonbTrees.pretty(json, 0, out);
        return new Utf8(out.toByteArray());
    }

    @Prosrc("jsonb_bool")
    public static boolean toBoolean(Jsonb json) {
        if (json instanceof Jsonb.Bool(boolean value)) {
            return value;
        }
        throw cannotCast(json, "boolean");
    }

    @Prosrc("jsonb_numeric")
    public static Numeric toNumeric(Jsonb json) {
        return Numeric.of(number(json, "numeric"));
    }

    @Prosrc("jsonb_int2")
    public static short toInt2(Jsonb json) {
        return (short) integer(json, "smallint", Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Prosrc("jsonb_int4")
    public static int toInt4(Jsonb json) {
        return (int) integer(json, "integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @Prosrc("jsonb_int8")
    public static long toInt8(Jsonb json) {
        return integer(json, "bigint", Long.MIN_VALUE, Long.MAX_VALUE);
    }

    @Prosrc("jsonb_float4")
    public static float toFloat4(Jsonb json) {
        BigDecimal number = number(json, "real");
        float value = number.floatValue();
        if (Float.isInfinite(value) || value == 0 && number.signum() != 0) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "\"%s\" is out of range for type real".formatted(number.toPlainString()));
        }
        return value;
    }

    @Prosrc("jsonb_float8")
    public static double toFloat8(Jsonb json) {
        BigDecimal number = number(json, "double precision");
        double value = number.doubleValue();
        if (Double.isInfinite(value) || value == 0 && number.signum() != 0) {
            throw new PgException(
                    SqlState.NUMERIC_VALUE_OUT_OF_RANGE,
                    "\"%s\" is out of range for type double precision".formatted(number.toPlainString()));
        }
        return value;
    }

    private static BigDecimal number(Jsonb json, String type) {
        if (json instanceof Jsonb.Num(BigDecimal number)) {
            return number;
        }
        throw cannotCast(json, type);
    }

    private static long integer(Jsonb json, String type, long least, long greatest) {
        BigDecimal rounded = number(json, type).setScale(0, RoundingMode.HALF_UP);
        if (rounded.compareTo(BigDecimal.valueOf(least)) < 0 || rounded.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            throw new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, type + " out of range");
        }
        return rounded.longValueExact();
    }

    private static PgException cannotCast(Jsonb json, String type) {
        return invalid("cannot cast jsonb %s to type %s".formatted(kind(json), type));
    }
}
