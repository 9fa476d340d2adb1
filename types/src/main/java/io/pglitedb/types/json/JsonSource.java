package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Jsonb;
import io.pglitedb.types.value.Utf8;
import java.util.List;

/// A JSON value to be made a SQL value, from json or from jsonb.
sealed interface JsonSource {
    boolean isNull();

    boolean isString();

    boolean isArray();

    boolean isObject();

    /// What an input function reads: a string's content, else the JSON text.
    Utf8 text();

    Utf8 json();

    List<JsonSource> elements();

    /// Null when there is none; of several in json the last.
    JsonSource member(Utf8 key);

    boolean isEmpty();

    record OfText(JsonNode node) implements JsonSource {
        static OfText parse(Utf8 json) {
            return new OfText(JsonParser.parse(json));
        }

        @Override
        public boolean isNull() {
            return node.kind() == JsonNode.Kind.NULL;
        }

        @Override
        public boolean isString() {
            return node.kind() == JsonNode.Kind.STRING;
        }

        @Override
        public boolean isArray() {
            return node.kind() == JsonNode.Kind.ARRAY;
        }

        @Override
        public boolean isObject() {
            return node.kind() == JsonNode.Kind.OBJECT;
        }

        @Override
        public Utf8 text() {
            return node.text();
        }

        @Override
        public Utf8 json() {
            return node.raw();
        }

        @Override
        public List<JsonSource> elements() {
            return node.children().stream().<JsonSource>map(OfText::new).toList();
        }

        @Override
        public JsonSource member(Utf8 key) {
            int index = node.keys().lastIndexOf(key);
            return index < 0 ? null : new OfText(node.children().get(index));
        }

        @Override
        public boolean isEmpty() {
            return node.children().isEmpty();
        }
    }

    record OfTree(Jsonb tree) implements JsonSource {
        @Override
        public boolean isNull() {
            return tree instanceof Jsonb.Null;
        }

        @Override
        public boolean isString() {
            return tree instanceof Jsonb.Str;
        }

        @Override
        public boolean isArray() {
            return tree instanceof Jsonb.Arr;
        }

        @Override
        public boolean isObject() {
            return tree instanceof Jsonb.Obj;
        }

        @Override
        public Utf8 text() {
            return tree instanceof Jsonb.Str(Utf8 string) ? string : json();
        }

        @Override
        public Utf8 json() {
            ByteWriter out = new ByteWriter();
            JsonbTrees.print(tree, out);
            return new Utf8(out.toByteArray());
        }

        @Override
        public List<JsonSource> elements() {
            return ((Jsonb.Arr) tree)
                    .elements().stream().<JsonSource>map(OfTree::new).toList();
        }

        @Override
        public JsonSource member(Utf8 key) {
            Jsonb value = ((Jsonb.Obj) tree).get(key);
            return value == null ? null : new OfTree(value);
        }

        @Override
        public boolean isEmpty() {
            return ((Jsonb.Obj) tree).keys().isEmpty();
        }
    }
}
