package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;

public final class TextType extends CharacterType {
    public static final TextType TEXT = new TextType();

    private TextType() {
        super(25);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return text;
    }
}
