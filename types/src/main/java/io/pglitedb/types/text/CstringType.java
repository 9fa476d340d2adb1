package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;

/// Text on its way into an input or out of an output function.
public final class CstringType extends CharacterType {
    public static final CstringType CSTRING = new CstringType();

    private CstringType() {
        super(2275);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return text;
    }
}
