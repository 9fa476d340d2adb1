package io.pglitedb.types.json;

import static io.pglitedb.types.json.JsonbFunctions.invalid;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.PgRecord;
import io.pglitedb.types.value.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Making json and jsonb from SQL values, aggregates included. json keeps the spacing that each of PostgreSQL's
/// functions has of its own. Sources: `json.c`, `jsonb.c`.
public final class JsonBuilding {
    private JsonBuilding() {}

    private static Utf8 encode(CallContext call, Object value, int typeOid, boolean pretty) {
        ByteWriter out = new ByteWriter();
        new JsonEncoder(call.session()).put(value, typeOid, pretty, out);
        return new Utf8(out.toByteArray());
    }

    private static Jsonb tree(CallContext call, Object value, int typeOid) {
        return switch (value) {
            case null -> Jsonb.Null.NULL;
            case Jsonb json -> json;
            default -> JsonbTrees.parse(encode(call, value, typeOid, false));
        };
    }

    private static int type(CallContext call, int argument) {
        return call.argumentType(argument).oid();
    }

    @Prosrc("to_json")
    public static Utf8 toJson(CallContext call, Object value) {
        return encode(call, value, type(call, 0), false);
    }

    @Prosrc("to_jsonb")
    public static Jsonb toJsonb(CallContext call, Object value) {
        return tree(call, value, type(call, 0));
    }

    @Prosrc("array_to_json")
    public static Utf8 arrayToJson(CallContext call, PgArray array) {
        return encode(call, array, type(call, 0), false);
    }

    @Prosrc("array_to_json_pretty")
    public static Utf8 arrayToJson(CallContext call, PgArray array, boolean pretty) {
        return encode(call, array, type(call, 0), pretty);
    }

    @Prosrc("row_to_json")
    public static Utf8 rowToJson(CallContext call, PgRecord row) {
        return encode(call, row, type(call, 0), false);
    }

    @Prosrc("row_to_json_pretty")
    public static Utf8 rowToJson(CallContext call, PgRecord row, boolean pretty) {
        return encode(call, row, type(call, 0), pretty);
    }

    @Prosrc("json_build_array")
    public static Utf8 buildArray(CallContext call, Object[] values) {
        if (values == null) {
            return null;
        }
        JsonEncoder encoder = new JsonEncoder(call.session());
        ByteWriter out = new ByteWriter().putByte('[');
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.putAscii(", ");
            }
            encoder.put(values[i], type(call, i), out);
        }
        return new Utf8(out.putByte(']').toByteArray());
    }

    @Prosrc("json_build_array_noargs")
    public static Utf8 buildArray() {
        return Utf8.of("[]");
    }

    @Prosrc("jsonb_build_array")
    public static Jsonb buildArrayB(CallContext call, Object[] values) {
        if (values == null) {
            return null;
        }
        List<Jsonb> elements = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            elements.add(tree(call, values[i], type(call, i)));
        }
        return new Jsonb.Arr(elements);
    }

    @Prosrc("jsonb_build_array_noargs")
    public static Jsonb buildArrayB() {
        return Jsonb.EMPTY_ARRAY;
    }

    private static void checkEven(Object[] values, String function) {
        if (values.length % 2 != 0) {
            throw invalid("argument list must have even number of elements")
                    .hint("The arguments of %s() must consist of alternating keys and values.".formatted(function));
        }
    }

    @Prosrc("json_build_object")
    public static Utf8 buildObject(CallContext call, Object[] values) {
        if (values == null) {
            return null;
        }
        checkEven(values, "json_build_object");
        JsonEncoder encoder = new JsonEncoder(call.session());
        ByteWriter out = new ByteWriter().putByte('{');
        for (int i = 0; i < values.length; i += 2) {
            if (i > 0) {
                out.putAscii(", ");
            }
            if (values[i] == null) {
                throw invalid("argument %d cannot be null".formatted(i + 1)).hint("Object keys should be text.");
            }
            JsonStrings.quote(encoder.key(values[i], type(call, i)), out);
            out.putAscii(" : ");
            encoder.put(values[i + 1], type(call, i + 1), out);
        }
        return new Utf8(out.putByte('}').toByteArray());
    }

    @Prosrc("json_build_object_noargs")
    public static Utf8 buildObject() {
        return Utf8.of("{}");
    }

    @Prosrc("jsonb_build_object")
    public static Jsonb buildObjectB(CallContext call, Object[] values) {
        if (values == null) {
            return null;
        }
        checkEven(values, "jsonb_build_object");
        JsonEncoder encoder = new JsonEncoder(call.session());
        TreeMap<Utf8, Jsonb> members = new TreeMap<>(Jsonb.KEY_ORDER);
        for (int i = 0; i < values.length; i += 2) {
            if (values[i] == null) {
                throw invalid("argument %d: key must not be null".formatted(i + 1));
            }
            members.put(encoder.key(values[i], type(call, i)), tree(call, values[i + 1], type(call, i + 1)));
        }
        return JsonbTrees.object(members);
    }

    @Prosrc("jsonb_build_object_noargs")
    public static Jsonb buildObjectB() {
        return Jsonb.EMPTY_OBJECT;
    }

    /// Keys and values of json_object's arguments, alternating.
    private static List<Utf8> pairs(PgArray array) {
        int dimensions = array.dimensions().length;
        if (dimensions == 1 && array.dimensions()[0] % 2 != 0) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array must have even number of elements");
        }
        if (dimensions == 2 && array.dimensions()[1] != 2) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "array must have two columns");
        }
        if (dimensions > 2) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        List<Utf8> pairs = new ArrayList<>();
        for (Object each : array.elements()) {
            pairs.add((Utf8) each);
        }
        return checkKeys(pairs);
    }

    private static List<Utf8> pairs(PgArray keys, PgArray values) {
        if (keys.dimensions().length > 1 || keys.dimensions().length != values.dimensions().length) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "wrong number of array subscripts");
        }
        if (keys.elements().length != values.elements().length) {
            throw new PgException(SqlState.ARRAY_SUBSCRIPT_ERROR, "mismatched array dimensions");
        }
        List<Utf8> pairs = new ArrayList<>();
        for (int i = 0; i < keys.elements().length; i++) {
            pairs.add((Utf8) keys.elements()[i]);
            pairs.add((Utf8) values.elements()[i]);
        }
        return checkKeys(pairs);
    }

    private static List<Utf8> checkKeys(List<Utf8> pairs) {
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i) == null) {
                throw new PgException(SqlState.NULL_VALUE_NOT_ALLOWED, "null value not allowed for object key");
            }
        }
        return pairs;
    }

    private static Utf8 objectText(List<Utf8> pairs) {
        ByteWriter out = new ByteWriter().putByte('{');
        for (int i = 0; i < pairs.size(); i += 2) {
            if (i > 0) {
                out.putAscii(", ");
            }
            JsonStrings.quote(pairs.get(i), out);
            out.putAscii(" : ");
            if (pairs.get(i + 1) == null) {
                out.putAscii("null");
            } else {
                JsonStrings.quote(pairs.get(i + 1), out);
            }
        }
        return new Utf8(out.putByte('}').toByteArray());
    }

    @Prosrc("json_object")
    public static Utf8 object(PgArray pairs) {
        return objectText(pairs(pairs));
    }

    @Prosrc("json_object_two_arg")
    public static Utf8 object(PgArray keys, PgArray values) {
        return objectText(pairs(keys, values));
    }

    @Prosrc("jsonb_object")
    public static Jsonb objectB(PgArray pairs) {
        return JsonbTrees.parse(objectText(pairs(pairs)));
    }

    @Prosrc("jsonb_object_two_arg")
    public static Jsonb objectB(PgArray keys, PgArray values) {
        return JsonbTrees.parse(objectText(pairs(keys, values)));
    }

    /// State of json_agg and json_object_agg: the text without its closing bracket.
    private static ByteWriter start(String opening) {
        return new ByteWriter().putAscii(opening);
    }

    @Prosrc("json_agg_transfn")
    public static Object aggregate(CallContext call, Object state, Object value) {
        JsonEncoder encoder = new JsonEncoder(call.session());
        ByteWriter out = state == null ? start("[") : ((ByteWriter) state).putAscii(", ");
        if (state != null && value != null && encoder.isStructured(type(call, 1))) {
            out.putAscii("\n ");
        }
        encoder.put(value, type(call, 1), out);
        return out;
    }

    @Prosrc("json_agg_finalfn")
    public static Utf8 aggregateFinal(Object state) {
        return state == null ? null : new Utf8((((ByteWriter) state).toString() + "]").getBytes(UTF_8));
    }

    @Prosrc("json_object_agg_transfn")
    public static Object aggregateObject(CallContext call, Object state, Object key, Object value) {
        JsonEncoder encoder = new JsonEncoder(call.session());
        ByteWriter out = state == null ? start("{ ") : ((ByteWriter) state).putAscii(", ");
        if (key == null) {
            throw invalid("field name must not be null");
        }
        JsonStrings.quote(encoder.key(key, type(call, 1)), out);
        out.putAscii(" : ");
        encoder.put(value, type(call, 2), out);
        return out;
    }

    @Prosrc("json_object_agg_finalfn")
    public static Utf8 aggregateObjectFinal(Object state) {
        return state == null ? null : new Utf8((((ByteWriter) state).toString() + " }").getBytes(UTF_8));
    }

    /// State of jsonb_agg.
    private record Elements(List<Jsonb> values) {}

    @Prosrc("jsonb_agg_transfn")
    public static Object aggregateB(CallContext call, Object state, Object value) {
        Elements elements = state == null ? new Elements(new ArrayList<>()) : (Elements) state;
        elements.values.add(tree(call, value, type(call, 1)));
        return elements;
    }

    @Prosrc("jsonb_agg_finalfn")
    public static Jsonb aggregateBFinal(Object state) {
        return state == null ? null : new Jsonb.Arr(List.copyOf(((Elements) state).values));
    }

    /// State of jsonb_object_agg.
    private record Members(TreeMap<Utf8, Jsonb> values) {}

    @Prosrc("jsonb_object_agg_transfn")
    public static Object aggregateObjectB(CallContext call, Object state, Object key, Object value) {
        Members members = state == null ? new Members(new TreeMap<>(Jsonb.KEY_ORDER)) : (Members) state;
        if (key == null) {
            throw invalid("field name must not be null");
        }
        members.values.put(new JsonEncoder(call.session()).key(key, type(call, 1)), tree(call, value, type(call, 2)));
        return members;
    }

    @Prosrc("jsonb_object_agg_finalfn")
    public static Jsonb aggregateObjectBFinal(Object state) {
        return state == null ? null : JsonbTrees.object(((Members) state).values);
    }
}
