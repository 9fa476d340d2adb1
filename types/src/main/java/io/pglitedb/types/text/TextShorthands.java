package io.pglitedb.types.text;

import io.pglitedb.types.Oids;
import io.pglitedb.types.function.CallContext;
import io.pglitedb.types.function.FunctionRegistry;
import io.pglitedb.types.function.Prosrc;
import io.pglitedb.types.value.Utf8;

/// Functions that PostgreSQL writes in SQL, on top of others of this package.
public final class TextShorthands {
    private static final Utf8 SPACE = Utf8.of(" ");

    private TextShorthands() {}

    @Prosrc("lpad(text, integer)")
    public static Utf8 padLeft(Utf8 text, int length) {
        return StringFunctions.padLeft(text, length, SPACE);
    }

    @Prosrc("rpad(text, integer)")
    public static Utf8 padRight(Utf8 text, int length) {
        return StringFunctions.padRight(text, length, SPACE);
    }

    @Prosrc("bit_length(text)")
    public static int bitLength(Utf8 text) {
        return StringFunctions.octetLength(text) * 8;
    }

    /// A cast to text: the text form, but where pg_cast names a function.
    private static Utf8 text(CallContext call, Object value, int argument) {
        int type = call.argumentType(argument).oid();
        String cast = switch (type) {
            case Oids.BOOL -> "booltext";
            case Oids.BPCHAR -> "rtrim1";
            case Oids.INET, Oids.CIDR -> "network_show";
            default -> null;
        };
        return cast == null
                ? call.session().type(type).toUtf8(value, call.session())
                : (Utf8) FunctionRegistry.standard().find(cast).invoke(call, value);
    }

    @Prosrc("quote_literal(anyelement)")
    public static Utf8 quoteLiteral(CallContext call, Object value) {
        return Quoting.quoteLiteral(text(call, value, 0));
    }

    @Prosrc("quote_nullable(anyelement)")
    public static Utf8 quoteNullable(CallContext call, Object value) {
        return Quoting.quoteNullable(value == null ? null : text(call, value, 0));
    }

    @Prosrc("textanycat(text, anynonarray)")
    public static Utf8 append(CallContext call, Utf8 left, Object right) {
        return StringFunctions.concat(left, text(call, right, 1));
    }

    @Prosrc("anytextcat(anynonarray, text)")
    public static Utf8 prepend(CallContext call, Object left, Utf8 right) {
        return StringFunctions.concat(text(call, left, 0), right);
    }
}
