package io.pglitedb.catalog.typed;

import io.pglitedb.types.BuiltinTypes;
import io.pglitedb.types.Oids;
import io.pglitedb.types.value.PgArray;
import io.pglitedb.types.value.Utf8;
import java.util.Arrays;
import java.util.List;

/// `proargdefaults`: several expressions in one text, in the form of a text[].
public final class ExpressionList {
    private ExpressionList() {}

    public static String join(List<String> expressions) {
        PgArray array = PgArray.of(Oids.TEXT, expressions.stream().map(Utf8::of).toArray());
        return BuiltinTypes.get(Oids.TEXT_ARRAY).toUtf8(array, null).toString();
    }

    static List<String> split(String text) {
        PgArray array = (PgArray) BuiltinTypes.get(Oids.TEXT_ARRAY).parse(Utf8.of(text), -1, null);
        return Arrays.stream(array.elements()).map(Object::toString).toList();
    }
}
