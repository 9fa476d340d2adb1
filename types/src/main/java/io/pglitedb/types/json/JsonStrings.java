package io.pglitedb.types.json;

import io.pglitedb.types.bytes.ByteWriter;
import io.pglitedb.types.value.Utf8;

/// Quoting of JSON strings: `escape_json`.
public final class JsonStrings {
    private static final String HEX = "0123456789abcdef";

    private JsonStrings() {}

    public static void quote(Utf8 text, ByteWriter out) {
        out.ensure(text.length() + 2);
        out.putByte('"');
        for (int i = 0; i < text.length(); i++) {
            int b = text.byteAt(i);
            switch (b) {
                case '\b' -> out.putAscii("\\b");
                case '\f' -> out.putAscii("\\f");
                case '\n' -> out.putAscii("\\n");
                case '\r' -> out.putAscii("\\r");
                case '\t' -> out.putAscii("\\t");
                case '"' -> out.putAscii("\\\"");
                case '\\' -> out.putAscii("\\\\");
                default -> {
                    if (b >= 0 && b < ' ') {
                        out.putAscii("\\u00").putByte(HEX.charAt(b >> 4)).putByte(HEX.charAt(b & 15));
                    } else {
                        out.putByte(b);
                    }
                }
            }
        }
        out.putByte('"');
    }
}
