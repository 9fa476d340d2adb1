package io.pglitedb.types.text;

import io.pglitedb.types.value.Utf8;

/// The type of a literal before the analyzer knows better.
public final class UnknownType extends CharacterType {
    public static final UnknownType UNKNOWN = new UnknownType();

    private UnknownType() {
        super(705);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return text;
    }
}
