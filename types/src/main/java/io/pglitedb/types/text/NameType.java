package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;

/// An identifier: at most 63 bytes, cut at a character's edge.
public final class NameType extends CharacterType {
    public static final NameType NAME = new NameType();
    public static final int MAX_BYTES = 63;

    private NameType() {
        super(19);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return truncate(text);
    }

    /// The first 63 bytes, less those of a character that they would cut.
    public static Utf8 truncate(Utf8 text) {
        if (text.length() <= MAX_BYTES) {
            return text;
        }
        int end = MAX_BYTES;
        while (end > 0 && (text.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return text.slice(0, end);
    }
}
