package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Building, printing, comparing and containment of jsonb trees.
public final class JsonbTrees {
    private JsonbTrees() {}

    public static Jsonb parse(Utf8 text) {
        return of(JsonParser.parse(text));
    }

    static Jsonb of(JsonNode node) {
        return switch (node.kind()) {
            case NULL -> Jsonb.Null.NULL;
            case BOOLEAN -> Jsonb.Bool.of(node.raw().byteAt(0) == 't');
            case NUMBER -> number(node.raw().toString());
            case STRING -> new Jsonb.Str(node.string());
            case ARRAY ->
                new Jsonb.Arr(node.children().stream().map(JsonbTrees::of).toList());
            case OBJECT -> {
                TreeMap<Utf8, Jsonb> members = new TreeMap<>(Jsonb.KEY_ORDER);
                for (int i = 0; i < node.keys().size(); i++) {
                    members.put(node.keys().get(i), of(node.children().get(i)));
                }
                yield object(members);
            }
        };
    }

    static Jsonb.Obj object(TreeMap<Utf8, Jsonb> members) {
        return new Jsonb.Obj(List.copyOf(members.keySet()), List.copyOf(members.values()));
    }

    /// As a numeric: at most 131072 digits before the point and 16383 after it.
    private static Jsonb.Num number(String text) {
        BigDecimal decimal;
        try {
            decimal = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw overflow();
        }
        long integerDigits = (long) decimal.precision() - decimal.scale();
        if (decimal.signum() != 0 && integerDigits > 131_072 || decimal.scale() > 16_383) {
            throw overflow();
        }
        if (decimal.signum() == 0 && decimal.scale() < 0) {
            return new Jsonb.Num(BigDecimal.ZERO);
        }
        return new Jsonb.Num(decimal.scale() < 0 ? decimal.setScale(0) : decimal);
    }

    private static PgException overflow() {
        return new PgException(SqlState.NUMERIC_VALUE_OUT_OF_RANGE, "value overflows numeric format");
    }

    public static Utf8 print(Jsonb value) {
        ByteWriter out = new ByteWriter();
        print(value, out);
        return new Utf8(out.toByteArray());
    }

    public static void print(Jsonb value, ByteWriter out) {
        switch (value) {
            case Jsonb.Null _ -> out.putAscii("null");
            case Jsonb.Bool(boolean bool) -> out.putAscii(bool ? "true" : "false");
            case Jsonb.Num(BigDecimal number) -> out.putAscii(number.toPlainString());
            case Jsonb.Str(Utf8 string) -> JsonStrings.quote(string, out);
            case Jsonb.Arr(List<Jsonb> elements) -> {
                out.putByte('[');
                for (int i = 0; i < elements.size(); i++) {
                    if (i > 0) {
                        out.putAscii(", ");
                    }
                    print(elements.get(i), out);
                }
                out.putByte(']');
            }
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                out.putByte('{');
                for (int i = 0; i < keys.size(); i++) {
                    if (i > 0) {
                        out.putAscii(", ");
                    }
                    JsonStrings.quote(keys.get(i), out);
                    out.putAscii(": ");
                    print(values.get(i), out);
                }
                out.putByte('}');
            }
        }
    }

    /// With line breaks and four spaces per level.
    static void pretty(Jsonb value, int level, ByteWriter out) {
        switch (value) {
            case Jsonb.Arr(List<Jsonb> elements) -> {
                out.putByte('[');
                for (int i = 0; i < elements.size(); i++) {
                    out.putAscii(i > 0 ? ",\n" : "\n").putAscii("    ".repeat(level + 1));
                    pretty(elements.get(i), level + 1, out);
                }
                out.putByte('\n').putAscii("    ".repeat(level)).putByte(']');
            }
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                out.putByte('{');
                for (int i = 0; i < keys.size(); i++) {
                    out.putAscii(i > 0 ? ",\n" : "\n").putAscii("    ".repeat(level + 1));
                    JsonStrings.quote(keys.get(i), out);
                    out.putAscii(": ");
                    pretty(values.get(i), level + 1, out);
                }
                out.putByte('\n').putAscii("    ".repeat(level)).putByte('}');
            }
            default -> print(value, out);
        }
    }

    static int rank(Jsonb value) {
        return switch (value) {
            case Jsonb.Null _ -> 0;
            case Jsonb.Str _ -> 1;
            case Jsonb.Num _ -> 2;
            case Jsonb.Bool _ -> 3;
            case Jsonb.Arr _ -> 4;
            case Jsonb.Obj _ -> 5;
        };
    }

    /// jsonb's btree order. At the root a scalar counts as an array of one: above an empty array, below the others.
    public static int compare(Jsonb left, Jsonb right) {
        if (left instanceof Jsonb.Arr array && right.isScalar()) {
            return array.elements().isEmpty() ? -1 : 1;
        }
        if (right instanceof Jsonb.Arr && left.isScalar()) {
            return -compare(right, left);
        }
        return compareInside(left, right);
    }

    private static int compareInside(Jsonb left, Jsonb right) {
        if (left instanceof Jsonb.Str(Utf8 a) && right instanceof Jsonb.Str(Utf8 b)) {
            return a.compareTo(b);
        }
        if (left instanceof Jsonb.Num(BigDecimal a) && right instanceof Jsonb.Num(BigDecimal b)) {
            return a.compareTo(b);
        }
        if (left instanceof Jsonb.Bool(boolean a) && right instanceof Jsonb.Bool(boolean b)) {
            return Boolean.compare(a, b);
        }
        if (left instanceof Jsonb.Arr(List<Jsonb> a) && right instanceof Jsonb.Arr(List<Jsonb> b)) {
            int order = Integer.compare(a.size(), b.size());
            for (int i = 0; i < a.size() && order == 0; i++) {
                order = compareInside(a.get(i), b.get(i));
            }
            return order;
        }
        if (left instanceof Jsonb.Obj a && right instanceof Jsonb.Obj b) {
            int order = Integer.compare(a.keys().size(), b.keys().size());
            for (int i = 0; i < a.keys().size() && order == 0; i++) {
                order = a.keys().get(i).compareTo(b.keys().get(i));
                if (order == 0) {
                    order = compareInside(a.values().get(i), b.values().get(i));
                }
            }
            return order;
        }
        return Integer.compare(rank(left), rank(right));
    }

    static boolean equal(Jsonb left, Jsonb right) {
        return rank(left) == rank(right) && compareInside(left, right) == 0;
    }

    static int hash(Jsonb value) {
        return switch (value) {
            case Jsonb.Null _ -> 1;
            case Jsonb.Bool(boolean bool) -> bool ? 2 : 3;
            case Jsonb.Num(BigDecimal number) ->
                number.signum() == 0 ? 4 : number.stripTrailingZeros().hashCode();
            case Jsonb.Str(Utf8 string) -> string.hashCode();
            case Jsonb.Arr(List<Jsonb> elements) -> {
                int hash = 5;
                for (Jsonb each : elements) {
                    hash = 31 * hash + hash(each);
                }
                yield hash;
            }
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                int hash = keys.hashCode();
                for (Jsonb each : values) {
                    hash = 31 * hash + hash(each);
                }
                yield hash;
            }
        };
    }

    /// left @> right. An array at the root also contains a scalar that is one of its elements.
    static boolean contains(Jsonb left, Jsonb right) {
        if (left.isScalar() && right.isScalar()) {
            return equal(left, right);
        }
        if (left instanceof Jsonb.Arr && right.isScalar()) {
            return containsInside(left, new Jsonb.Arr(List.of(right)));
        }
        return containsInside(left, right);
    }

    private static boolean containsInside(Jsonb left, Jsonb right) {
        if (left instanceof Jsonb.Obj object && right instanceof Jsonb.Obj(List<Utf8> keys, List<Jsonb> values)) {
            for (int i = 0; i < keys.size(); i++) {
                Jsonb found = object.get(keys.get(i));
                if (found == null || !containsInside(found, values.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Jsonb.Arr(List<Jsonb> elements) && right instanceof Jsonb.Arr(List<Jsonb> sought)) {
            return sought.stream()
                    .allMatch(each -> elements.stream().anyMatch(element -> containsInside(element, each)));
        }
        return left.isScalar() && equal(left, right);
    }

    static List<Jsonb> elements(Jsonb value) {
        return value instanceof Jsonb.Arr(List<Jsonb> elements) ? elements : new ArrayList<>(List.of(value));
    }
}
