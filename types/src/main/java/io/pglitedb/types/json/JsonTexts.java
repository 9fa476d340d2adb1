package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Visits and replaces the texts inside JSON, for text search.
public final class JsonTexts {
    public enum Part {
        KEY,
        STRING,
        NUMERIC,
        BOOLEAN
    }

    private JsonTexts() {}

    /// In the order of the text.
    public static void visit(Utf8 json, Set<Part> parts, Consumer<Utf8> visitor) {
        visit(JsonParser.parse(json), parts, visitor);
    }

    private static void visit(JsonNode node, Set<Part> parts, Consumer<Utf8> visitor) {
        switch (node.kind()) {
            case OBJECT, ARRAY -> {
                for (int i = 0; i < node.children().size(); i++) {
                    if (node.kind() == JsonNode.Kind.OBJECT) {
                        accept(Part.KEY, node.keys().get(i), parts, visitor);
                    }
                    visit(node.children().get(i), parts, visitor);
                }
            }
            case STRING -> accept(Part.STRING, node.string(), parts, visitor);
            case NUMBER -> accept(Part.NUMERIC, node.raw(), parts, visitor);
            case BOOLEAN -> accept(Part.BOOLEAN, node.raw(), parts, visitor);
            case NULL -> {}
        }
    }

    private static void accept(Part part, Utf8 text, Set<Part> parts, Consumer<Utf8> visitor) {
        if (parts.contains(part)) {
            visitor.accept(text);
        }
    }

    /// In jsonb's order.
    public static void visit(Jsonb json, Set<Part> parts, Consumer<Utf8> visitor) {
        switch (json) {
            case Jsonb.Null _ -> {}
            case Jsonb.Bool(boolean value) -> accept(Part.BOOLEAN, Utf8.of(Boolean.toString(value)), parts, visitor);
            case Jsonb.Num(BigDecimal value) -> accept(Part.NUMERIC, Utf8.of(value.toPlainString()), parts, visitor);
            case Jsonb.Str(Utf8 value) -> accept(Part.STRING, value, parts, visitor);
            case Jsonb.Arr(List<Jsonb> elements) -> elements.forEach(each -> visit(each, parts, visitor));
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> {
                for (int i = 0; i < keys.size(); i++) {
                    accept(Part.KEY, keys.get(i), parts, visitor);
                    visit(values.get(i), parts, visitor);
                }
            }
        }
    }

    /// Changes string values, not keys; white space between tokens goes.
    public static Utf8 mapStrings(Utf8 json, UnaryOperator<Utf8> change) {
        ByteWriter out = new ByteWriter(json.length());
        mapStrings(JsonParser.parse(json), change, out);
        return new Utf8(out.toByteArray());
    }

    private static void mapStrings(JsonNode node, UnaryOperator<Utf8> change, ByteWriter out) {
        switch (node.kind()) {
            case OBJECT, ARRAY -> {
                boolean object = node.kind() == JsonNode.Kind.OBJECT;
                out.putByte(object ? '{' : '[');
                for (int i = 0; i < node.children().size(); i++) {
                    out.putAscii(i > 0 ? "," : "");
                    if (object) {
                        JsonStrings.quote(node.keys().get(i), out);
                        out.putByte(':');
                    }
                    mapStrings(node.children().get(i), change, out);
                }
                out.putByte(object ? '}' : ']');
            }
            case STRING -> JsonStrings.quote(change.apply(node.string()), out);
            case NUMBER, BOOLEAN, NULL -> {
                Utf8 raw = node.raw();
                out.putBytes(raw.array(), raw.offset(), raw.length());
            }
        }
    }

    /// Changes string values, not keys.
    public static Jsonb mapStrings(Jsonb json, UnaryOperator<Utf8> change) {
        return switch (json) {
            case Jsonb.Str(Utf8 value) -> new Jsonb.Str(change.apply(value));
            case Jsonb.Arr(List<Jsonb> elements) -> new Jsonb.Arr(mapAll(elements, change));
            case Jsonb.Obj(List<Utf8> keys, List<Jsonb> values) -> new Jsonb.Obj(keys, mapAll(values, change));
            case Jsonb.Null _, Jsonb.Bool _, Jsonb.Num _ -> json;
        };
    }

    private static List<Jsonb> mapAll(List<Jsonb> values, UnaryOperator<Utf8> change) {
        List<Jsonb> mapped = new ArrayList<>(values.size());
        for (Jsonb value : values) {
            mapped.add(mapStrings(value, change));
        }
        return mapped;
    }
}
