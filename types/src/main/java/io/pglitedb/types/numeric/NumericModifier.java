package io.pglitedb.types.numeric;

import io.pglitedb.types.error.PgException;
import io.pglitedb.types.error.SqlState;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.integer.IntegerText;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;

/// numeric(precision, scale) as a type modifier, and back.
public final class NumericModifier {
    private static final int MAX_PRECISION = 1000;
    private static final int MIN_SCALE = -1000;
    private static final int MAX_SCALE = 1000;

    private NumericModifier() {}

    private static PgException error(String message) {
        return new PgException(SqlState.INVALID_PARAMETER_VALUE, message);
    }

    @Prosrc("numerictypmodin")
    public static int read(PgArray modifiers) {
        Object[] words = modifiers.elements();
        if (words.length < 1 || words.length > 2) {
            throw error("invalid NUMERIC type modifier");
        }
        int precision = (int) IntegerText.parse((Utf8) words[0], Integer.MIN_VALUE, "integer");
        int scale = words.length == 1 ? 0 : (int) IntegerText.parse((Utf8) words[1], Integer.MIN_VALUE, "integer");
        if (precision < 1 || precision > MAX_PRECISION) {
            throw error("NUMERIC precision " + precision + " must be between 1 and " + MAX_PRECISION);
        }
        if (scale < MIN_SCALE || scale > MAX_SCALE) {
            throw error("NUMERIC scale " + scale + " must be between " + MIN_SCALE + " and " + MAX_SCALE);
        }
        return NumericText.typmod(precision, scale);
    }

    @Prosrc("numerictypmodout")
    public static Utf8 print(int typmod) {
        return typmod < 4
                ? Utf8.EMPTY
                : Utf8.of("(" + NumericText.precision(typmod) + "," + NumericText.scale(typmod) + ")");
    }
}
