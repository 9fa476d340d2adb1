package io.pglitedb.types.text;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.value.Utf8;

/// `character varying(n)`; the type modifier is n + 4.
public final class VarcharType extends CharacterType {
    public static final VarcharType VARCHAR = new VarcharType();

    private VarcharType() {
        super(1043);
    }

    @Override
    Utf8 fit(Utf8 text, int typmod) {
        return coerce(text, typmod, false);
    }

    /// Spaces beyond the limit are dropped, anything else only by an explicit cast; 22001 otherwise.
    static Utf8 coerce(Utf8 text, int typmod, boolean explicit) {
        int limit = typmod - 4;
        if (limit < 0 || text.length() <= limit) {
            return text;
        }
        int end = text.byteIndex(limit);
        if (!explicit && !onlySpaces(text, end)) {
            throw tooLong("character varying", limit);
        }
        return end == text.length() ? text : text.slice(0, end);
    }

    static boolean onlySpaces(Utf8 text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.byteAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    static PgException tooLong(String type, int limit) {
        return new PgException(
                SqlState.STRING_DATA_RIGHT_TRUNCATION, "value too long for type " + type + "(" + limit + ")");
    }
}
