package io.pglitedb.types.json;

import static io.pglitedb.types.json.JsonbFunctions.invalid;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Reading json, whose order, spacing and duplicate keys stay as written. Source: `jsonfuncs.c`.
public final class JsonFunctions {
    private JsonFunctions() {}

    private static JsonNode field(JsonNode node, Utf8 key) {
        int index = node.keys().lastIndexOf(key);
        return index < 0 ? null : node.children().get(index);
    }

    private static JsonNode element(JsonNode node, int index) {
        if (node.kind() != JsonNode.Kind.ARRAY) {
            return null;
        }
        long at = index < 0 ? (long) index + node.children().size() : index;
        return at < 0 || at >= node.children().size() ? null : node.children().get((int) at);
    }

    private static JsonNode extract(Utf8 json, PgArray path) {
        JsonNode at = JsonParser.parse(json);
        for (Object step : path.elements()) {
            if (step == null || at == null) {
                return null;
            }
            Integer index = JsonbFunctions.index((Utf8) step);
            at = switch (at.kind()) {
                case OBJECT -> field(at, (Utf8) step);
                case ARRAY -> index == null ? null : element(at, index);
                default -> null;
            };
        }
        return at;
    }

    private static Utf8 raw(JsonNode node) {
        return node == null ? null : node.raw();
    }

    private static Utf8 text(JsonNode node) {
        return node == null ? null : node.text();
    }

    @Prosrc("json_object_field")
    public static Utf8 field(Utf8 json, Utf8 key) {
        return raw(field(JsonParser.parse(json), key));
    }

    @Prosrc("json_object_field_text")
    public static Utf8 fieldText(Utf8 json, Utf8 key) {
        return text(field(JsonParser.parse(json), key));
    }

    @Prosrc("json_array_element")
    public static Utf8 element(Utf8 json, int index) {
        return raw(element(JsonParser.parse(json), index));
    }

    @Prosrc("json_array_element_text")
    public static Utf8 elementText(Utf8 json, int index) {
        return text(element(JsonParser.parse(json), index));
    }

    @Prosrc("json_extract_path")
    public static Utf8 extractPath(Utf8 json, PgArray path) {
        return raw(extract(json, path));
    }

    @Prosrc("json_extract_path_text")
    public static Utf8 extractPathText(Utf8 json, PgArray path) {
        return text(extract(json, path));
    }

    @Prosrc("json_typeof")
    public static Utf8 typeName(Utf8 json) {
        return Utf8.of(JsonParser.parse(json).kind().name().toLowerCase(Locale.ROOT));
    }

    @Prosrc("json_array_length")
    public static int length(Utf8 json) {
        JsonNode node = JsonParser.parse(json);
        if (node.isScalar()) {
            throw invalid("cannot get array length of a scalar");
        }
        if (node.kind() == JsonNode.Kind.OBJECT) {
            throw invalid("cannot get array length of a non-array");
        }
        return node.children().size();
    }

    private static List<JsonNode> elements(Utf8 json, String function) {
        JsonNode node = JsonParser.parse(json);
        if (node.kind() != JsonNode.Kind.ARRAY) {
            throw invalid("cannot call %s on a %s".formatted(function, node.isScalar() ? "scalar" : "non-array"));
        }
        return node.children();
    }

    @Prosrc("json_array_elements")
    public static Iterator<Object> eachElement(Utf8 json) {
        return elements(json, "json_array_elements").stream()
                .<Object>map(JsonNode::raw)
                .iterator();
    }

    @Prosrc("json_array_elements_text")
    public static Iterator<Object> eachElementText(Utf8 json) {
        return elements(json, "json_array_elements_text").stream()
                .<Object>map(JsonNode::text)
                .iterator();
    }

    @Prosrc("json_object_keys")
    public static Iterator<Object> keys(Utf8 json) {
        JsonNode node = JsonParser.parse(json);
        if (node.kind() != JsonNode.Kind.OBJECT) {
            throw invalid("cannot call json_object_keys on " + (node.isScalar() ? "a scalar" : "an array"));
        }
        return List.<Object>copyOf(node.keys()).iterator();
    }

    private static JsonNode object(Utf8 json) {
        JsonNode node = JsonParser.parse(json);
        if (node.kind() != JsonNode.Kind.OBJECT) {
            throw invalid(node.isScalar() ? "cannot deconstruct a scalar" : "cannot deconstruct an array as an object");
        }
        return node;
    }

    @Prosrc("json_each")
    public static Iterator<Object> each(Utf8 json) {
        JsonNode node = object(json);
        return IntStream.range(0, node.keys().size())
                .<Object>mapToObj(i ->
                        new Object[] {node.keys().get(i), node.children().get(i).raw()})
                .iterator();
    }

    @Prosrc("json_each_text")
    public static Iterator<Object> eachText(Utf8 json) {
        JsonNode node = object(json);
        return IntStream.range(0, node.keys().size())
                .<Object>mapToObj(i ->
                        new Object[] {node.keys().get(i), node.children().get(i).text()})
                .iterator();
    }

    @Prosrc("json_strip_nulls")
    public static Utf8 stripNulls(Utf8 json) {
        ByteWriter out = new ByteWriter(json.length());
        putWithoutNulls(JsonParser.parse(json), out);
        return new Utf8(out.toByteArray());
    }

    private static void putWithoutNulls(JsonNode node, ByteWriter out) {
        switch (node.kind()) {
            case OBJECT -> {
                out.putByte('{');
                boolean first = true;
                for (int i = 0; i < node.keys().size(); i++) {
                    if (node.children().get(i).kind() == JsonNode.Kind.NULL) {
                        continue;
                    }
                    if (!first) {
                        out.putByte(',');
                    }
                    first = false;
                    JsonStrings.quote(node.keys().get(i), out);
                    out.putByte(':');
                    putWithoutNulls(node.children().get(i), out);
                }
                out.putByte('}');
            }
            case ARRAY -> {
                out.putByte('[');
                for (int i = 0; i < node.children().size(); i++) {
                    if (i > 0) {
                        out.putByte(',');
                    }
                    putWithoutNulls(node.children().get(i), out);
                }
                out.putByte(']');
            }
            case STRING -> JsonStrings.quote(node.string(), out);
            default ->
                out.putBytes(node.raw().array(), node.raw().offset(), node.raw().length());
        }
    }
}
