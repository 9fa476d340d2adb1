package io.pglitedb.types.text;

import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Casts among the character types.
public final class CharacterCasts {
    private CharacterCasts() {}

    @Prosrc("varchar")
    public static Utf8 toVarchar(Utf8 text, int typmod, boolean explicit) {
        return VarcharType.coerce(text, typmod, explicit);
    }

    @Prosrc("bpchar")
    public static Utf8 toBpchar(Utf8 text, int typmod, boolean explicit) {
        return BpcharType.coerce(text, typmod, explicit);
    }

    @Prosrc({"name_text", "name_bpchar"})
    public static Utf8 nameToText(Utf8 name) {
        return name;
    }

    @Prosrc("text_name")
    public static Utf8 textToName(Utf8 text) {
        return NameType.truncate(text);
    }

    @Prosrc("bpchar_name")
    public static Utf8 bpcharToName(Utf8 text) {
        return BpcharType.stripped(NameType.truncate(text));
    }

    /// The number survives: the name is cut so that `_oid` fits.
    @Prosrc("nameconcatoid")
    public static Utf8 nameConcatOid(Utf8 name, int oid) {
        Utf8 suffix = Utf8.of("_" + Integer.toUnsignedString(oid));
        int end = Math.min(name.length(), NameType.MAX_BYTES - suffix.length());
        while (end < name.length() && end > 0 && (name.byteAt(end) & 0xc0) == 0x80) {
            end--;
        }
        return StringFunctions.concat(name.slice(0, end), suffix);
    }
}
