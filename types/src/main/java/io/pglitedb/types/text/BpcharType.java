package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;
import java.util.Arrays;

/// `character(n)`, kept padded with spaces, which comparison ignores; the type modifier is n + 4.
public final class BpcharType extends CharacterType {
    public static final BpcharType BPCHAR = new BpcharType();

    private BpcharType() {
        super(1042);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return coerce(text, typmod, false);
    }

    @Override
    Utf8 significant(Utf8 text) {
        return stripped(text);
    }

    @Override
    public boolean keyKeepsValue() {
        return false;
    }

    /// Without trailing spaces.
    static Utf8 stripped(Utf8 text) {
        int end = text.length();
        while (end > 0 && text.byteAt(end - 1) == ' ') {
            end--;
        }
        return end == text.length() ? text : text.slice(0, end);
    }

    /// Pads to n characters, or cuts as `VarcharType.coerce` does.
    static Utf8 coerce(Utf8 text, int typmod, boolean explicit) {
        int limit = typmod - 4;
        if (limit < 0) {
            return text;
        }
        int count = text.characterCount();
        if (count == limit) {
            return text;
        }
        if (count < limit) {
            byte[] padded =
                    Arrays.copyOfRange(text.array(), text.offset(), text.offset() + text.length() + limit - count);
            Arrays.fill(padded, text.length(), padded.length, (byte) ' ');
            return new Utf8(padded);
        }
        int end = text.byteIndex(limit);
        if (!explicit && !VarcharType.onlySpaces(text, end)) {
            throw VarcharType.tooLong("character", limit);
        }
        return text.slice(0, end);
    }
}
