package io.pglitedb.types.json;

import io.pglitedb.types.value.Utf8;
import java.util.List;

/// A piece of JSON text as it was written: order, duplicate keys and spacing are kept.
///
/// @param raw the text of the value itself
/// @param keys unescaped, of an object; else empty
/// @param children elements or member values
/// @param string unescaped, of a string; else null
record JsonNode(Kind kind, Utf8 raw, List<Utf8> keys, List<JsonNode> children, Utf8 string) {
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    boolean isScalar() {
        return kind != Kind.OBJECT && kind != Kind.ARRAY;
    }

    /// What ->> shows: null for the JSON null.
    Utf8 text() {
        return switch (kind) {
            case NULL -> null;
            case STRING -> string;
            default -> raw;
        };
    }
}
